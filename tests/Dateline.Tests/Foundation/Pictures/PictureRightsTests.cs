using System.Buffers.Binary;
using System.Text;
using Dateline.Foundation.Pictures;
using FsCheck;
using FsCheck.Fluent;
using NetVips;

namespace Dateline.Tests.Foundation.Pictures;

public class PictureRightsTests
{
    private const string Xmp = """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Northern Strand Agency">
        <dc:creator><rdf:Seq><rdf:li>Zarina Halvard</rdf:li><rdf:li>An assistant</rdf:li></rdf:Seq></dc:creator>
        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Northern Strand</rdf:li></rdf:Alt></dc:rights>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """;

    private readonly PictureRecoder _recoder = new(new PictureLimits(), TimeProvider.System);

    [Fact]
    public async Task A_credit_in_XMP_is_told_before_it_is_stripped() =>
        Assert.Equal(
            new PictureRights("Zarina Halvard", "Northern Strand Agency", "© 2026 Northern Strand"),
            await RightsOf(image => image.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(Xmp))));

    [Fact]
    public async Task A_credit_of_the_old_kind_is_told_in_UTF8_and_Latin1()
    {
        byte[] record = [.. Set(2, 5, "title"u8), .. Set(2, 80, "Jürgen Holm"u8), .. Set(2, 110, Encoding.Latin1.GetBytes("Küstenbild")), .. Set(2, 116, "© Küstenbild"u8)];

        Assert.Equal(
            new PictureRights("Jürgen Holm", "Küstenbild", "© Küstenbild"),
            await RightsOf(image => image.Set(GValue.BlobType, "iptc-data", Resources(record))));
    }

    [Fact]
    public async Task Where_nothing_else_speaks_EXIF_does() =>
        Assert.Equal(
            new PictureRights("Holm, J., Harbour desk", null, "Strand"),
            await RightsOf(image =>
            {
                image.Set(GValue.GStrType, "exif-ifd0-Artist", "Holm, J., Harbour desk");
                image.Set(GValue.GStrType, "exif-ifd0-Copyright", "Strand");
            }));

    [Fact]
    public async Task A_picture_that_names_nobody_says_so() => Assert.True((await RightsOf(_ => { })).IsEmpty);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>&e;</dc:creator>")]
    [InlineData("no xml at all")]
    public void A_hostile_packet_says_nothing(string packet) => Assert.True(XmpRights.Read(Encoding.UTF8.GetBytes(packet)).IsEmpty);

    [Fact]
    public void Damaged_records_are_read_as_far_as_they_go()
    {
        var whole = Resources([.. Set(2, 80, "Jürgen Holm"u8), .. Set(2, 116, "© Küstenbild"u8)]);
        var damage = from length in Gen.Choose(0, whole.Length)
                     from place in Gen.Choose(0, whole.Length - 1)
                     from value in Gen.Choose(0, 255)
                     select whole.Select((one, at) => at == place ? (byte)value : one).Take(length).ToArray();

        Prop.ForAll(damage.ToArbitrary(), bytes => IimRights.Read(bytes) is not null).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));
    }

    private async Task<PictureRights> RightsOf(Action<MutableImage> mark)
    {
        using var drawn = SamplePicture.Draw(100, 50);
        using var marked = drawn.Mutate(mark);
        return Assert.IsType<RecodedPicture>(await _recoder.RecodeAsync(marked.JpegsaveBuffer(), default)).Rights;
    }

    private static byte[] Set(byte record, byte number, ReadOnlySpan<byte> value) => [0x1c, record, number, 0, (byte)value.Length, .. value];

    private static byte[] Resources(byte[] record)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, record.Length);
        return
        [
            .. "Photoshop 3.0\0"u8,
            .. "8BIM"u8, 0x04, 0x25, 3, (byte)'o', (byte)'d', (byte)'d', 0, 0, 0, 3, 1, 2, 3, 0, // another resource, with a name and an odd length
            .. "8BIM"u8, 0x04, 0x04, 0, 0, .. length, .. record,
        ];
    }
}
