namespace Dateline.Stories;

/// <summary>A picture that we checked, re-encoded and serve ourselves. Its bytes stand in its variants.</summary>
public sealed class Picture
{
    public required Guid Id { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The widths it is kept in, smallest first.</summary>
    public required IReadOnlyList<int> Widths { get; init; }

    /// <summary>"#rrggbb", painted while it loads.</summary>
    public string? Color { get; init; }

    /// <summary>Whose picture it is: from the source that sent it.</summary>
    public string? Credit { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public static string Path(Guid id, int width) => $"/pictures/{id:N}/{width}.jpg";

    /// <summary>Where the staff see it whether it is public or not.</summary>
    public static string StaffPath(Guid id, int width) => "/desk" + Path(id, width);
}

public sealed class PictureVariant
{
    public required Guid PictureId { get; init; }

    public required int Width { get; init; }

    /// <summary>JPEG; of a logo PNG.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>A picture in a story. A picture is public only through a public story that shows it.</summary>
public sealed class StoryPicture
{
    public required Guid StoryId { get; init; }

    public required Guid PictureId { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>True for the one above the text; the others stand in the body.</summary>
    public bool Lead { get; set; }

    public string Alt { get; set; } = "";

    public string? Caption { get; set; }

    public string? Credit { get; set; }
}
