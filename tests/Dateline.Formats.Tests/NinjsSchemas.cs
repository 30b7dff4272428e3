using System.Text.Json;
using Json.Schema;

namespace Dateline.Formats.Tests;

/// <summary>The IPTC's JSON Schemas, which the project does not contain: see where they are looked for.</summary>
internal static class NinjsSchemas
{
    private static readonly EvaluationOptions Strict = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>The schema of a version; the test is skipped where there is none.</summary>
    public static JsonSchema Of(string version)
    {
        var path = Folders().Select(f => Path.Combine(f, $"ninjs-{version}.json")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "not checked: no schemas");

        // ninjs refers to a schema of GeoJSON elsewhere; nothing that we write is a place on a map.
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        options.SchemaRegistry.Register(new Uri("https://geojson.org/schema/GeoJSON.json"), JsonSchema.FromText("""{"$id":"https://geojson.org/schema/GeoJSON.json"}""", options));
        return JsonSchema.FromText(File.ReadAllText(path!), options);
    }

    public static void MustAccept(this JsonSchema schema, string written)
    {
        using var document = JsonDocument.Parse(written);
        var result = schema.Evaluate(document.RootElement, Strict);
        Assert.True(result.IsValid, written + "\n" + string.Join('\n', (result.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join(' ', d.Errors!.Values)}")));
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("DATELINE_SCHEMAS") is { Length: > 0 } named) yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "schemas");
    }
}
