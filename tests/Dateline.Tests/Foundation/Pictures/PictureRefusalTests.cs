using System.Text;
using Dateline.Foundation.Pictures;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using NetVips;

namespace Dateline.Tests.Foundation.Pictures;

public class PictureRefusalTests
{
    private readonly PictureRecoder _recoder = new(new PictureLimits(), TimeProvider.System);

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", nameof(PictureRefusalKind.NotAPicture))]
    [InlineData("", nameof(PictureRefusalKind.NotAPicture))]
    [InlineData("P6 1 1 255 aaa", nameof(PictureRefusalKind.NotAPicture))]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><rect width='9' height='9'/></svg>", nameof(PictureRefusalKind.UnsupportedFormat))]
    [InlineData("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", nameof(PictureRefusalKind.UnsupportedFormat))]
    [InlineData("%PDF-1.7 anything", nameof(PictureRefusalKind.UnsupportedFormat))]
    [InlineData("GIF89a<script>alert(1)</script>", nameof(PictureRefusalKind.Damaged))]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content, string kind) =>
        Assert.Equal(kind, await RefusalOf(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData(60000, 60000, nameof(PictureRefusalKind.TooManyPixels))]
    [InlineData(12001, 20, nameof(PictureRefusalKind.TooManyPixels))]
    [InlineData(20, 12001, nameof(PictureRefusalKind.TooManyPixels))]
    [InlineData(8000, 7000, nameof(PictureRefusalKind.TooManyPixels))]
    [InlineData(1, 1, nameof(PictureRefusalKind.TooSmall))]
    [InlineData(7000, 7000, nameof(PictureRefusalKind.Damaged))]
    public async Task A_header_decides_before_a_pixel_is_decoded(int width, int height, string kind) =>
        Assert.Equal(kind, await RefusalOf(SamplePicture.PngClaiming(width, height)));

    [Theory]
    [InlineData(nameof(PictureFormat.Jpeg))]
    [InlineData(nameof(PictureFormat.Png))]
    [InlineData(nameof(PictureFormat.WebP))]
    [InlineData(nameof(PictureFormat.Gif))]
    [InlineData(nameof(PictureFormat.Avif))]
    public async Task A_picture_that_breaks_off_is_refused_not_half_shown(string format)
    {
        var whole = SamplePicture.As(Enum.Parse<PictureFormat>(format));

        Assert.Equal(nameof(PictureRefusalKind.Damaged), await RefusalOf(whole[..(whole.Length * 2 / 3)]));
    }

    [Fact]
    public async Task A_file_of_too_many_bytes_is_refused_unread()
    {
        using var recoder = new PictureRecoder(new PictureLimits { MaxBytes = 1000 }, TimeProvider.System);
        byte[] large = [.. SamplePicture.As(PictureFormat.Png), .. new byte[1000]];

        Assert.Equal(PictureRefusalKind.TooLarge, Assert.IsType<PictureRefusal>(await recoder.RecodeAsync(large, default)).Kind);
        Assert.Equal(PictureRefusalKind.TooLarge, Assert.IsType<PictureRefusal>(await recoder.RecodeAsync(new MemoryStream(large), default)).Kind);
    }

    [Fact]
    public async Task A_picture_that_takes_too_long_is_given_up()
    {
        using var recoder = new PictureRecoder(new PictureLimits { TimeLimit = TimeSpan.Zero }, new FakeTimeProvider());

        var outcome = await recoder.RecodeAsync(SamplePicture.As(PictureFormat.Png, 2000, 2000), default);

        Assert.Equal(PictureRefusalKind.TooSlow, Assert.IsType<PictureRefusal>(outcome).Kind);
    }

    [Fact]
    public void Decoding_stops_in_the_middle_when_it_must()
    {
        using var stop = new CancellationTokenSource();
        using var drawn = SamplePicture.Draw(3000, 3000);
        using var slow = drawn.Gaussblur(40);
        Vips.StopOn(slow, stop.Token);
        stop.Cancel();

        Assert.Throws<VipsException>(() => slow.WriteToMemory<byte>());
    }

    [Fact]
    public void Loaders_that_nobody_needs_are_blocked_in_the_library_itself()
    {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>"u8.ToArray();
        using var drawn = SamplePicture.Draw(20, 20);

        Assert.Throws<VipsException>(() => Image.NewFromBuffer(svg));
        Assert.Throws<VipsException>(() => Image.SvgloadBuffer(svg));
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(drawn.TiffsaveBuffer()));
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_recoded_and_nothing_else_happens()
    {
        var whole = Enum.GetValues<PictureFormat>().Select(format => SamplePicture.As(format, 64, 48)).ToArray();
        var damage = from picture in Gen.Elements(whole)
                     from places in Gen.ListOf(Gen.Choose(0, picture.Length - 1), 6)
                     from bytes in Gen.ListOf(Gen.Choose(0, 255), 6)
                     select places.Zip(bytes).Aggregate((byte[])picture.Clone(), (all, one) =>
                     {
                         all[one.First] = (byte)one.Second;
                         return all;
                     });

        Prop.ForAll(damage.ToArbitrary(), bytes => _recoder.RecodeAsync(bytes, default).GetAwaiter().GetResult() is RecodedPicture or PictureRefusal)
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(150));
    }

    private async Task<string> RefusalOf(byte[] bytes) => Assert.IsType<PictureRefusal>(await _recoder.RecodeAsync(bytes, default)).Kind.ToString();
}
