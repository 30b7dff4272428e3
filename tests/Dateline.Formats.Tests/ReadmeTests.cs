using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Tests;

/// <summary>What the library's README prints is a program.</summary>
public partial class ReadmeTests
{
    // What the SDK adds to every program by ImplicitUsings.
    private const string Implicit = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    [Fact]
    public async Task The_program_in_the_readme_compiles_as_printed()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository(), "src", "Dateline.Formats", "README.md"), TestContext.Current.CancellationToken);
        var printed = Assert.Single(Blocks.Matches(readme)).Groups["code"].Value;
        Assert.Equal("", await Compile(printed));
        Assert.Contains("CS0103", await Compile(printed.Replace("using Dateline.Formats;", "", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // The compiler of the SDK that built this test.
    private static async Task<string> Compile(string program)
    {
        var root = Directory.GetParent(RuntimeEnvironment.GetRuntimeDirectory())!.Parent!.Parent!.Parent!.FullName;
        var compiler = Directory.EnumerateDirectories(Path.Combine(root, "sdk"), $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Last(File.Exists);
        var folder = Directory.CreateTempSubdirectory("readme");
        try
        {
            var source = Path.Combine(folder.FullName, "Program.cs");
            var globals = Path.Combine(folder.FullName, "Globals.cs");
            await File.WriteAllTextAsync(source, program, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(globals, Implicit, TestContext.Current.CancellationToken);
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Append(typeof(NewsItem).Assembly.Location);
            var arguments = Path.Combine(folder.FullName, "arguments.rsp");
            await File.WriteAllLinesAsync(arguments, [.. references.Select(path => $"-reference:\"{path}\""), "-nologo", "-nostdlib", "-nullable:enable", "-langversion:latest", $"-out:\"{Path.Combine(folder.FullName, "program.dll")}\"", $"\"{source}\"", $"\"{globals}\""], TestContext.Current.CancellationToken);
            using var compile = Process.Start(new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), ["exec", compiler, "-noconfig", "@" + arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await compile.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await compile.WaitForExitAsync(TestContext.Current.CancellationToken);
            return compile.ExitCode == 0 ? "" : said;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Blocks { get; }
}
