using System.Globalization;
using System.Text.Json;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// What goes out with an item as items of their own: its pictures, sound and video, each with its one rendition, and
/// the items that it cancels. The schema requires a name and an address of each.
/// </summary>
internal sealed class NinjsOutgoingMedia(NinjsDocument document, Utf8JsonWriter json)
{
    public const string Numbered = "media-";

    public void Write(IReadOnlyList<Media> media, IReadOnlyList<string> cancels)
    {
        var shown = media.Where(m => NinjsIdentity.IsAddress(m.Href)).ToList();
        if (shown.Count + cancels.Count == 0) return;
        json.WriteStartArray("associations");
        for (var i = 0; i < shown.Count; i++) Write(shown[i], i + 1);
        for (var i = 0; i < cancels.Count; i++)
        {
            json.WriteStartObject();
            document.Text("name", string.Create(CultureInfo.InvariantCulture, $"cancels-{i + 1}"));
            document.Text("uri", NinjsIdentity.Write(cancels[i]));
            document.Text("pubStatus", "canceled");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Media media, int number)
    {
        json.WriteStartObject();
        document.Text("name", string.Create(CultureInfo.InvariantCulture, $"{Numbered}{number}"));
        document.Text("uri", media.Href);
        document.Text("type", media.Type?.Split('/')[0] switch { "video" => "video", "audio" => "audio", _ => "picture" });
        document.Values("descriptions", media.Caption, "text/plain", "caption");
        document.Text("by", media.Credit);
        document.Text("copyrightNotice", media.Copyright);
        document.List<Media>("renditions", [media], rendition =>
        {
            document.Text("name", "main");
            document.Text("href", rendition.Href);
            document.Text("contentType", rendition.Type);
            document.Number("width", rendition.Width);
            document.Number("height", rendition.Height);
            document.Number("sizeInBytes", rendition.Length);
        });
        json.WriteEndObject();
    }
}
