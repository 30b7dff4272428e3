using Dateline.Stories;

namespace Dateline.Tests.Stories;

public class PlaceLineTests
{
    private static HouseStyle Style(string pattern) => new() { ShortName = "SHAFAQNA", FullName = "Shia International News Association", DatelinePattern = pattern };

    [Theory]
    [InlineData("{short} ({full})- ", null, "SHAFAQNA (Shia International News Association)- ")]
    [InlineData("{short} ({full})[, {place}]- ", null, "SHAFAQNA (Shia International News Association)- ")]
    [InlineData("{short} ({full})[, {place}]- ", "Port Sarrin", "SHAFAQNA (Shia International News Association), Port Sarrin- ")]
    [InlineData("[{place}, ]{date} ({short}) - ", "BRISBANE", "BRISBANE, 16 Nov (SHAFAQNA) - ")]
    [InlineData("", "BRISBANE", "")]
    [InlineData("{unknown}[ {", "x", "[ {")]
    public void The_pattern_is_filled_and_empty_parts_are_left_out(string pattern, string? place, string text) =>
        Assert.Equal(text, new PlaceLine(place, new DateOnly(2026, 11, 16)).Write(Style(pattern), day => $"{day.Day} Nov"));
}
