using System.Globalization;
using Dateline.Formats.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests;

public class NewsDateTests
{
    [Theory]
    [InlineData("Mon, 16 Nov 2026 08:30:00 GMT", "2026-11-16T08:30:00Z")]
    [InlineData("16.11.2026, 10:12 Uhr", "2026-11-16T10:12:00Z")]
    [InlineData("16. November 2026, 10.12 Uhr", "2026-11-16T10:12:00Z")]
    [InlineData("Montag, 16. November 2026 12:05 Uhr MEZ", "2026-11-16T11:05:00Z")]
    [InlineData("2026-W47-1", "2026-11-16T00:00:00Z")]
    [InlineData("2026W477T08:30Z", "2026-11-22T08:30:00Z")]
    [InlineData("Mon, 16 Nov 2026 11:05:33 Europe/Vienna", "2026-11-16T10:05:33Z")]
    [InlineData("2026-07-16 11:05 America/New_York", "2026-07-16T15:05:00Z")]
    [InlineData("16-11-2026 10:12 uur", "2026-11-16T10:12:00Z")]
    [InlineData("Fri, 16 Nov 2026 08:30:00 GMT", "2026-11-16T08:30:00Z")]
    [InlineData("16 Nov 2026 08:30 UT", "2026-11-16T08:30:00Z")]
    [InlineData("Mon, 16 Nov 26 8:30:05 PDT", "2026-11-16T15:30:05Z")]
    [InlineData("Monday, 16-Nov-26 08:30:00 BST", "2026-11-16T07:30:00Z")]
    [InlineData("Mon, 16 Nov 2026 08:30:00 +0530", "2026-11-16T03:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 08:30:00 +05:30 (IST)", "2026-11-16T03:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 08:30:00 GMT+0100", "2026-11-16T07:30:00Z")]
    [InlineData("Mon,16 Nov 2026 08:30:60 Z", "2026-11-16T08:30:59Z")]
    [InlineData("Mon, 16 Nov 2026 24:00:00 GMT", "2026-11-17T00:00:00Z")]
    [InlineData("Nov 16, 2026 2:05 PM", "2026-11-16T14:05:00Z")]
    [InlineData("Mon Nov 16 2026 08:30:00", "2026-11-16T08:30:00Z")]
    [InlineData("Mon, 16 Nov 2026 09:30 ET", "2026-11-16T14:30:00Z")]
    [InlineData("July 16, 2026 9:30 AM ET", "2026-07-16T13:30:00Z")]
    [InlineData("2026-03-08 09:30 PT", "2026-03-08T16:30:00Z")]
    [InlineData("2026-03-07 09:30 PT", "2026-03-07T17:30:00Z")]
    [InlineData("2026-11-01 09:30 CT", "2026-11-01T15:30:00Z")]
    [InlineData("2026-10-31 09:30 MT", "2026-10-31T15:30:00Z")]
    [InlineData("16 novembre 2026 à 10h30", "2026-11-16T10:30:00Z")]
    [InlineData("۲۵ آبان ۱۴۰۵، ۱۲:۳۰", "2026-11-16T12:30:00Z")]
    [InlineData("دوشنبه ۲۵ آبان ماه ۱۴۰۵ - ۱۲:۳۰", "2026-11-16T12:30:00Z")]
    [InlineData("November 1st, 2026", "2026-11-01T00:00:00Z")]
    [InlineData("16 Nov 95 12:00 EST", "1995-11-16T17:00:00Z")]
    [InlineData("mar. 12 janvier 2016 10:00 CET", "2016-01-12T09:00:00Z")]
    [InlineData("пн, 16 ноя 2026 08:30:00 +0300", "2026-11-16T05:30:00Z")]
    [InlineData("2016-01-12 12:35:40", "2016-01-12T12:35:40Z")]
    [InlineData("2026-11-16T08:30:00.123456Z", "2026-11-16T08:30:00.123456Z")]
    [InlineData("2026-11-16T08:30-05", "2026-11-16T13:30:00Z")]
    [InlineData("2026-11-16T08:30:00 +01:00", "2026-11-16T07:30:00Z")]
    [InlineData("20261116T083000Z", "2026-11-16T08:30:00Z")]
    [InlineData("20261116T083000+0100", "2026-11-16T07:30:00Z")]
    [InlineData("2026/11/16 8:30", "2026-11-16T08:30:00Z")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("Monday, November 16, 2026 - 08:30", "2026-11-16T08:30:00Z")]
    [InlineData("November 16, 2026 | 8:30 am", "2026-11-16T08:30:00Z")]
    [InlineData("Mon Nov 16 08:30:00 CET 2026", "2026-11-16T07:30:00Z")]
    [InlineData("11/16/2026 8:30:00 PM", "2026-11-16T20:30:00Z")]
    [InlineData("16/11/2026 08:30", "2026-11-16T08:30:00Z")]
    [InlineData("16.11.2026 08:30:00", "2026-11-16T08:30:00Z")]
    [InlineData("05.11.2026", "2026-11-05T00:00:00Z")]
    [InlineData("11-16-2026", "2026-11-16T00:00:00Z")]
    [InlineData("16 نوفمبر 2026 08:30", "2026-11-16T08:30:00Z")]
    [InlineData("16 Kasım 2026 08:30", "2026-11-16T08:30:00Z")]
    [InlineData("Pzt, 16 Kas 2026 08:30:00 +0300", "2026-11-16T05:30:00Z")]
    [InlineData("2026年11月16日 08:30", "2026-11-16T08:30:00Z")]
    [InlineData("١٦/١١/٢٠٢٦", "2026-11-16T00:00:00Z")]
    [InlineData("1405/08/25 08:30", "2026-11-16T08:30:00Z")]
    [InlineData("2026-11-16T08:30:00+03:00[Europe/Istanbul]", "2026-11-16T05:30:00Z")]
    [InlineData("1794817800", "2026-11-16T08:30:00Z")]
    [InlineData("1794817800000", "2026-11-16T08:30:00Z")]
    public void A_date_is_read_however_it_is_written(string text, string expected)
    {
        Assert.True(NewsDate.TryRead(text, out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Mon, 31 Nov 2026 08:30:00 GMT")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-11-16T25:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 08:30:00 XYZQ")]
    [InlineData("Mon, 16 Nov")]
    [InlineData("16 Foo 2026")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("-")]
    [InlineData("05/11/2026")]
    [InlineData("Quaytown, 16 Nov 2026")]
    [InlineData("12345")]
    public void What_is_no_date_is_not_guessed(string text) => Assert.False(NewsDate.TryRead(text, out _));

    [Fact]
    public void Any_instant_written_by_either_standard_is_read_back() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seconds =>
        {
            var instant = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
            Assert.True(NewsDate.TryRead(instant.ToString("R", CultureInfo.InvariantCulture), out var mail) && mail == instant);
            Assert.True(NewsDate.TryRead(instant.ToOffset(TimeSpan.FromHours(3.5)).ToString("O", CultureInfo.InvariantCulture), out var iso) && iso == instant);
        }));

    // What is written by the book is read sooner; whatever is wrong with it, the same is read as of any other.
    [Fact]
    public void A_date_by_the_book_says_what_it_says_to_those_who_read_any()
    {
        var read = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(
            Gen.Elements("Tue, 12 Jan 2016 12:35:40 GMT", "Fri, 9 Oct 2026 23:59:59 +0530", "Mon, 28 Feb 2026 00:00:00 -0900", "2016-01-12T12:35:40Z", "2026-02-28T23:59:59.123456789+14:30", "1905-08-25T10:00:00Z").ToArbitrary(),
            Gen.Choose(0, 40).Zip(Gen.Elements("", "0", "1", "2", "3", "4", "9", ":", " ", "-", "+", "T", "é", "٣")).ListOf().Select(changes => changes.Take(changes.Count % 3).ToList()).ToArbitrary(),
            (date, changes) =>
            {
                foreach (var (at, put) in changes) date = at < date.Length ? date[..at] + put + date[(at + 1)..] : date + put;
                if (!StandardDate.TryRead(date, out var instant, out var ahead)) return;
                read++;
                var scan = new DateScan(date);
                Assert.True(date.Contains(',', StringComparison.Ordinal) ? scan.TryRfc822() : scan.TryIso(), date);
                Assert.True(scan.TryMake(out var scanned), date);
                Assert.Equal((scanned, scan.MinutesAhead), (instant, ahead));
            }));
        Assert.True(read > 500, $"Only {read} dates were by the book.");
    }

    [Fact]
    public void No_text_makes_it_throw() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements("1", "16", "2026", "-", ":", "Nov", "T", "Z", "+", " ", ",", "PM", "(", "é", "99", ".").ListOf().Select(p => string.Concat(p)).ToArbitrary(), text =>
        {
            NewsDate.TryRead(text, out _);
        }));
}
