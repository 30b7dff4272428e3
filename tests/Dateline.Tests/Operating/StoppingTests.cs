using System.Net.Sockets;
using System.Text;
using Dateline.Tests.Faults;
using Dateline.Tests.House;

namespace Dateline.Tests.Operating;

/// <summary>SIGTERM, as systemd and containers send it.</summary>
public class StoppingTests
{
    /// <summary>Longer than a library of the command line waits by itself before it ends the process under its server.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task What_is_being_sent_to_us_is_taken_and_answered_before_the_program_ends()
    {
        await using var house = await TestHouse.Open(start: false);
        await using var program = await RunningProgram.Start(house.Storage);
        using var line = new TcpClient();
        await line.ConnectAsync("127.0.0.1", program.Address.Port);
        await using var stream = line.GetStream();
        await Say("POST /desk/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\n");
        using var answers = new StreamReader(stream, Encoding.ASCII);
        Assert.Equal("HTTP/1.1 100 Continue", await answers.ReadLineAsync(TestContext.Current.CancellationToken)); // it waits for the form now
        await Say("name=");

        await ProcessTree.Signal(program.Id, "TERM");
        using (var bound = new CancellationTokenSource(Slow)) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => program.Ended(bound.Token));
        await Say("abc");
        await answers.ReadLineAsync(TestContext.Current.CancellationToken); // the empty line below "Continue"
        Assert.StartsWith("HTTP/1.1 ", await answers.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await program.Ended(TestContext.Current.CancellationToken));

        ValueTask Say(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text));
    }
}
