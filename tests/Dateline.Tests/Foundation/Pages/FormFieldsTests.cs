using System.Net;
using System.Text;
using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Tests.Foundation.Pages;

public class FormFieldsTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Fields_arrive_as_they_were_written()
    {
        await using var host = await Open();

        Assert.Equal("Leïla|a, b|False", await Text(await Post(host, "name=Le%C3%AFla&topic=a&topic=b")));
        using var parts = new MultipartFormDataContent { { new StringContent("ليلى"), "name" }, { new StringContent("c"), "topic" } };
        Assert.Equal("ليلى|c|False", await Text(await host.Client.PostAsync("/form", parts)));
    }

    [Theory]
    [InlineData("text/plain", "name=Leila", 415)]
    [InlineData(null, "name=Leila", 415)]
    [InlineData(UrlEncoded, "name=a%00b", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\0b\r\n--x--\r\n", 400)]
    [InlineData("multipart/form-data", "name=a", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nLei", 400)]
    public async Task What_is_not_a_form_of_ours_is_refused(string? type, string body, int status)
    {
        await using var host = await Open();
        using var answer = await Post(host, body, type);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain(host.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_much_is_refused_whether_its_length_is_told_or_not()
    {
        await using var host = await Open();
        var large = "name=" + new string('x', FormFields.MostBytes);
        using var told = await Post(host, large);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/form") { Content = new StringContent(large, Encoding.UTF8, UrlEncoded), Headers = { TransferEncodingChunked = true } };
        using var untold = await host.Client.SendAsync(request);
        using var many = await Post(host, string.Join('&', Enumerable.Range(0, 5_000).Select(field => $"f{field}=1")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, untold.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
    }

    private static Task<PagesHost> Open() => PagesHost.Open(app =>
        app.MapPost("/form", (FormFields fields) => $"{fields["name"]}|{string.Join(", ", fields.All("topic"))}|{fields.Has("missing")}"));

    private static async Task<HttpResponseMessage> Post(PagesHost host, string body, string? type = UrlEncoded)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await host.Client.PostAsync("/form", content);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
