using System.Text;
using Dateline.Foundation.Pictures;
using NetVips;

namespace Dateline.Tests.Foundation.Pictures;

public class PictureRecoderTests
{
    private readonly PictureRecoder _recoder = new(new PictureLimits(), TimeProvider.System);

    [Theory]
    [InlineData(nameof(PictureFormat.Jpeg))]
    [InlineData(nameof(PictureFormat.Png))]
    [InlineData(nameof(PictureFormat.WebP))]
    [InlineData(nameof(PictureFormat.Gif))]
    [InlineData(nameof(PictureFormat.Avif))]
    public async Task A_picture_of_each_format_comes_out_in_our_own_encoding(string format)
    {
        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(SamplePicture.As(Enum.Parse<PictureFormat>(format)), default));

        Assert.Equal((700, 300, false), (recoded.Width, recoded.Height, recoded.HasTransparency));
        Assert.Equal(
            [(480, 206, PictureFormat.WebP), (480, 206, PictureFormat.Jpeg), (700, 300, PictureFormat.WebP), (700, 300, PictureFormat.Jpeg)],
            recoded.Variants.Select(variant => (variant.Width, variant.Height, variant.Format)));
        foreach (var variant in recoded.Variants)
        {
            Assert.Equal(variant.Format, PictureFormats.Sniff(variant.Bytes.Span));
            SamplePicture.Near(SamplePicture.Red, SamplePicture.ColorAt(variant.Bytes, 0.25, 0.5));
            SamplePicture.Near(SamplePicture.Blue, SamplePicture.ColorAt(variant.Bytes, 0.75, 0.5));
        }
    }

    [Theory]
    [InlineData(300, "300")]
    [InlineData(500, "500")]
    [InlineData(1000, "480 1000")]
    [InlineData(1700, "480 960 1600")]
    [InlineData(4000, "480 960 1600")]
    public async Task A_picture_is_never_enlarged(int width, string widths)
    {
        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(SamplePicture.As(PictureFormat.Jpeg, width, 200), default));

        Assert.Equal(widths, string.Join(' ', recoded.Variants.Select(variant => variant.Width).Distinct()));
        Assert.All(recoded.Variants, variant => Assert.InRange((double)variant.Width / variant.Height, width / 200.0 * 0.97, width / 200.0 * 1.03));
    }

    [Fact]
    public async Task Where_the_photographer_stood_is_not_published()
    {
        using var drawn = SamplePicture.Draw(600, 400);
        using var marked = drawn.Mutate(image =>
        {
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "51/1 30/1 2686/100 (51, 30, 26.86, Rational, 3 components, 24 bytes)");
            image.Set(GValue.GStrType, "exif-ifd0-Artist", "Zarina Halvard (Zarina Halvard, ASCII, 15 components, 15 bytes)");
            image.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes("<x:xmpmeta>home address</x:xmpmeta>"));
        });
        var original = marked.JpegsaveBuffer();
        Assert.Contains("Zarina Halvard", Encoding.Latin1.GetString(original), StringComparison.Ordinal);
        Assert.Contains("home address", Encoding.Latin1.GetString(original), StringComparison.Ordinal);

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(original, default));

        foreach (var variant in recoded.Variants)
        {
            using var image = Image.NewFromBuffer(variant.Bytes.ToArray());
            Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field is "xmp-data" or "iptc-data" or "icc-profile-data" or "orientation");
            Assert.DoesNotMatch("Zarina|home address|Exif", Encoding.Latin1.GetString(variant.Bytes.Span));
        }
    }

    [Fact]
    public async Task A_picture_that_lies_on_its_side_is_stood_up()
    {
        using var drawn = SamplePicture.Draw(600, 400);
        using var turned = drawn.Mutate(image => image.Set(GValue.GIntType, "orientation", 6)); // the left edge belongs on top

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(turned.JpegsaveBuffer(q: 95), default));

        Assert.Equal((400, 600), (recoded.Width, recoded.Height));
        SamplePicture.Near(SamplePicture.Red, SamplePicture.ColorAt(recoded.Variants[^1].Bytes, 0.5, 0.25));
        SamplePicture.Near(SamplePicture.Blue, SamplePicture.ColorAt(recoded.Variants[^1].Bytes, 0.5, 0.75));
    }

    [Fact]
    public async Task A_printers_CMYK_picture_becomes_sRGB()
    {
        using var ink = (Image.Black(200, 100) + new double[] { 255, 0, 0, 0 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(ink.JpegsaveBuffer(), default));

        var cyan = SamplePicture.ColorAt(recoded.Variants[^1].Bytes, 0.5, 0.5);
        Assert.Equal(3, cyan.Length);
        Assert.True(cyan[0] < 80 && cyan[1] > 120 && cyan[2] > 180, string.Join(' ', cyan));
    }

    [Fact]
    public async Task Transparency_survives_in_WebP_and_is_white_in_JPEG()
    {
        using var clear = (Image.Black(200, 100) + new double[] { 0, 0, 0, 0 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(clear.PngsaveBuffer(), default));

        Assert.True(recoded.HasTransparency);
        Assert.Equal(0, SamplePicture.ColorAt(recoded.Variants.Single(variant => variant.Format == PictureFormat.WebP).Bytes, 0.5, 0.5)[3]);
        SamplePicture.Near([255, 255, 255], SamplePicture.ColorAt(recoded.Variants.Single(variant => variant.Format == PictureFormat.Jpeg).Bytes, 0.5, 0.5));
    }

    [Fact]
    public async Task A_16_bit_grey_picture_becomes_an_ordinary_one()
    {
        using var grey = (Image.Black(200, 100) + 0x8000).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Grey16);

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(grey.PngsaveBuffer(bitdepth: 16), default));

        SamplePicture.Near([128, 128, 128], SamplePicture.ColorAt(recoded.Variants[^1].Bytes, 0.5, 0.5));
    }

    [Fact]
    public async Task The_dominant_color_is_the_one_that_covers_most()
    {
        using var drawn = SamplePicture.Draw(600, 400);
        using var mostlyBlue = drawn.Crop(200, 0, 400, 400);

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(mostlyBlue.PngsaveBuffer(), default));

        var color = Convert.FromHexString(recoded.DominantColor.AsSpan(1));
        SamplePicture.Near(SamplePicture.Blue, [color[0], color[1], color[2]]);
    }

    [Fact]
    public async Task What_hides_behind_a_picture_is_left_behind()
    {
        byte[] polyglot = [.. SamplePicture.As(PictureFormat.Jpeg), .. "<script>alert(1)</script>"u8];

        var recoded = Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(polyglot, default));

        Assert.All(recoded.Variants, variant => Assert.True(variant.Bytes.Span.IndexOf("<script>"u8) < 0));
    }
}
