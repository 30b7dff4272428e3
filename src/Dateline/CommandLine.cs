using System.CommandLine;
using Dateline.Foundation.Storage;
using Dateline.Operating;
using Dateline.Operating.Moving;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Own;
using Dateline.Wire;

namespace Dateline;

/// <summary>The command line: each verb with its options, and where its work is done.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder (default: ./data, or DATELINE_DATA).", Recursive = true };
    private static readonly Option<string?> Postgres = new("--postgres") { Description = "A PostgreSQL connection string, instead of SQLite in the data folder.", Recursive = true };
    private static readonly Option<string?> Keys = new("--keys") { Description = "The folder with the keys (default: keys in the data folder); nodes of one database share it.", Recursive = true };
    private static readonly Option<string?> Listen = new("--listen") { Description = "Where to listen, like http://127.0.0.1:5080; several separated by ';'." };
    private static readonly Option<string?> PublicUrl = new("--public-url") { Description = "The address that readers know, like https://news.example.org." };
    private static readonly Option<string?> Roles = new("--roles") { Description = "What this node does: web, worker or both (web,worker)." };
    private static readonly Option<string?> Proxies = new("--trusted-proxies") { Description = "Proxies whose X-Forwarded-For is believed, separated by ','." };
    private static readonly Option<string?> RepliesPerNetwork = new("--replies-per-network") { Description = $"How many replies a minute are taken from one network, 1 to {SendingLimits.MostOfNetwork} (default: {SendingLimits.UsualOfNetwork})." };
    private static readonly Option<string?> KeepWithdrawn = new("--keep-withdrawn") { Description = $"For how many days moderators can read what a withdrawn reply said, 0 to {WithdrawnWords.MostDays} (default: {WithdrawnWords.UsualDays}); then it is deleted." };
    private static readonly Option<string?> Smtp = new("--smtp") { Description = "The server for letters to readers, like smtp://mail.example.org:587 or smtps://user:password@mail.example.org; better in DATELINE_SMTP, where no list of processes shows it." };
    private static readonly Option<string?> MailFrom = new("--mail-from") { Description = "Who the letters are from, like \"Meridian <replies@example.org>\"." };

    /// <summary>Above the half minute for which a server lets what it has begun come to its end. Then it is over, whatever still runs.</summary>
    private static readonly InvocationConfiguration Patient = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) };

    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Dateline: a news agency in one program.");
        root.Add(OfHouse(Serve()));
        root.Add(Demo());
        root.Add(OfHouse(User()));
        root.Add(OfHouse(SourceCommand()));
        root.Add(OfHouse(Reader()));
        root.Add(OfHouse(SeedCommand()));
        root.Add(OfHouse(Import()));
        root.Add(OfHouse(Export()));
        root.Add(Read());
        root.Add(ConvertCommand());
        root.Add(Extract());
        return root.Parse(args).InvokeAsync(Patient);
    }

    /// <summary>A verb that opens a house says which. The others don't know these options, and refuse them.</summary>
    private static Command OfHouse(Command command)
    {
        command.Add(Data);
        command.Add(Postgres);
        command.Add(Keys);
        return command;
    }

    private static Command Serve()
    {
        var command = new Command("serve", "Runs the agency in the data folder.") { Listen, PublicUrl, Roles, Proxies, RepliesPerNetwork, KeepWithdrawn, Smtp, MailFrom };
        command.SetAction((given, cancel) => WithOptions(given, async options => await Serving.Run(Program.Build(options), options.DataFolder, cancel)));
        return command;
    }

    private static Command Demo()
    {
        var command = new Command("demo", "Runs an invented agency with partner wires in a throw-away folder.") { Listen };
        command.SetAction((given, cancel) => DemoAgency.Run(given.GetValue(Listen), options => Program.Build(options), cancel));
        return command;
    }

    private static Command User()
    {
        var email = new Argument<string>("email") { Description = "The email address to sign in with." };
        var name = new Option<string>("--name") { Description = "The person's name.", Required = true };
        var role = new Option<Role>("--role") { Description = "Journalist, Editor, Moderator or Administrator.", DefaultValueFactory = _ => Role.Administrator };
        role.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Enum.GetNames<Role>()]);
        var add = new Command("add", "Takes somebody on and prints a link to set the password.") { email, name, role, PublicUrl };
        add.SetAction((given, cancel) => WithHouse(given, async (services, options) =>
            await Recruit.Run(services, options, given.GetRequiredValue(name), given.GetRequiredValue(email), given.GetValue(role), cancel)));
        return new Command("user", "The staff.") { add };
    }

    private static Command Reader()
    {
        var email = new Argument<string>("email") { Description = "The email address that the replies were written under." };
        var yes = new Option<bool>("--yes") { Description = "Erase; without it, only the number of replies is told." };
        var export = new Command("export", "Prints all that is kept of an address.") { email, PublicUrl };
        export.SetAction((given, cancel) => WithHouse(given, async (services, options) => await ReaderData.Export(services, options.PublicUrl, given.GetRequiredValue(email), cancel)));
        var erase = new Command("erase", "Takes all that an address wrote out of every table. What others answered keeps its place.") { email, yes };
        erase.SetAction((given, cancel) => WithHouse(given, async (services, _) => await ReaderData.Erase(services, given.GetRequiredValue(email), given.GetValue(yes), cancel)));
        return new Command("reader", "What is kept of a reader.") { export, erase };
    }

    private static Command SourceCommand()
    {
        var name = new Argument<string>("name") { Description = "As readers see it, like PressTV." };
        var feeds = new Option<string[]>("--feed") { Description = "A feed's address; may be given again.", AllowMultipleArgumentsPerToken = true };
        var site = new Option<string?>("--site") { Description = "The source's own site." };
        var language = new Option<string>("--language") { Description = "Its language, like en or ar.", DefaultValueFactory = _ => "en" };
        var edition = new Option<string?>("--edition") { Description = "The edition its items go to (default: the first of its language)." };
        var inner = new Option<string[]>("--allow-private") { Description = "An inner address, host:port, that its feeds may be fetched from; may be given again.", AllowMultipleArgumentsPerToken = true };
        var pages = new Option<bool>("--fetch-pages") { Description = "Their contract lets us fetch the pages that their feeds link to, for the full text." };
        var terms = new Option<string>("--terms") { Description = "What the contract lets us show: full, excerpt or link.", DefaultValueFactory = _ => "full" };
        var words = new Option<int?>("--excerpt-words") { Description = "How many words an excerpt may have (default: 60)." };
        var index = new Option<string>("--index") { Description = "What search engines are told of its stories: index, noindex, noindexnews or canonical (to the source's page).", DefaultValueFactory = _ => "noindexnews" };
        var credit = new Option<string?>("--credit") { Description = "Where its credit stands: prefix (before the headline), byline or box (default: as the house style says)." };
        terms.AcceptOnlyFromAmong([.. ContractWords.Terms.Keys]);
        index.AcceptOnlyFromAmong([.. ContractWords.Index.Keys]);
        credit.AcceptOnlyFromAmong([.. ContractWords.Credit.Keys]);
        var add = new Command("add", "Adds a partner and its feeds: all of it, or nothing. A name that is there already is refused; more feeds are added at the desk.") { name, feeds, site, language, edition, inner, pages, terms, words, index, credit, PublicUrl };
        add.Validators.Add(given =>
        {
            if (given.GetValue(words) is not null && given.GetValue(terms) != "excerpt") given.AddError("--excerpt-words goes with --terms excerpt.");
        });
        add.SetAction((given, cancel) => WithHouse(given, async (services, options) => await new AddSource(services, options.PublicUrl).Run(
            new SourceDraft(given.GetRequiredValue(name), given.GetValue(site), given.GetRequiredValue(language), given.GetValue(credit) is { } place ? ContractWords.Credit[place] : null,
                ContractWords.Terms[given.GetRequiredValue(terms)], given.GetValue(words) ?? SourceDraft.UsualExcerpt, ContractWords.Index[given.GetRequiredValue(index)], given.GetValue(pages)), given.GetValue(edition), given.GetValue(feeds) ?? [], given.GetValue(inner) ?? [], cancel)));
        return new Command("source", "The partners.") { add, SourceImport(), SourceExport(), SourceAllow(), SourceSecret() };
    }

    private static Command SourceImport()
    {
        var file = new Argument<string>("file") { Description = "An OPML file." };
        var edition = new Option<string?>("--edition") { Description = "The edition all its items go to (default: by the language of each)." };
        var command = new Command("import", "Takes on the feeds of an OPML list. Nothing is fetched meanwhile.") { file, edition };
        command.SetAction((given, cancel) => WithHouse(given, async (services, _) => await SourceLists.Import(services, given.GetRequiredValue(file), given.GetValue(edition), cancel)));
        return command;
    }

    private static Command SourceExport()
    {
        var command = new Command("export", "Prints the sources' feeds as an OPML list.");
        command.SetAction((given, cancel) => WithHouse(given, async (services, _) => await SourceLists.Export(services, cancel)));
        return command;
    }

    private static Command SourceAllow()
    {
        var feed = new Argument<string>("feed") { Description = "The feed's address." };
        var places = new Argument<string[]>("place") { Description = "host:port of the inner network; none takes the word back.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("allow", "Lets one feed reach hosts of the inner network, which no page can.") { feed, places };
        command.SetAction((given, cancel) => WithHouse(given, async (services, _) => await SourceDoors.Allow(services, given.GetRequiredValue(feed), given.GetValue(places) ?? [], cancel)));
        return command;
    }

    private static Command SourceSecret()
    {
        var source = new Argument<string>("source") { Description = "The source's word, like harbour-wire." };
        var leaked = new Option<bool>("--leaked") { Description = "The former secret is refused at once, not in a day." };
        var command = new Command("secret", "Opens the source's push door, or renews its secret, and prints it.") { source, leaked };
        command.SetAction((given, cancel) => WithHouse(given, async (services, _) => await SourceDoors.Secret(services, given.GetRequiredValue(source), given.GetValue(leaked), cancel)));
        return command;
    }

    private static Command SeedCommand()
    {
        var stories = new Option<int>("--stories") { Description = "How many stories.", Required = true };
        var replies = new Option<int>("--replies") { Description = "How many replies each." };
        var sources = new Option<int>("--sources") { Description = "How many sources.", DefaultValueFactory = _ => 8 };
        var seed = new Option<int>("--seed") { Description = "The same number gives the same data.", DefaultValueFactory = _ => 1 };
        var command = new Command("seed", "Fills the database with invented stories and replies, for trying and measuring.") { stories, replies, sources, seed };
        command.SetAction((given, cancel) => WithHouse(given, async (services, _) => await Seed.Run(
            services, given.GetRequiredValue(stories), given.GetValue(replies), given.GetValue(sources), given.GetValue(seed), cancel)));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "What WordPress wrote under Tools, Export." };
        var edition = new Option<string?>("--edition") { Description = "The edition that the stories go to (default: the first)." };
        var wxr = new Command("wxr", "Takes over the stories, authors, topics and comments of a WordPress export. What is here already stays as it is.") { file, edition };
        wxr.SetAction((given, cancel) => WithHouse(given, async (services, _) => await new ImportWxr(services).Run(given.GetRequiredValue(file), given.GetValue(edition), cancel)));
        return new Command("import", "Moves a house in from another system.") { wxr };
    }

    private static Command Export()
    {
        var to = new Option<string?>("--to") { Description = "The file to write (default: standard output)." };
        var addresses = new Option<bool>("--addresses") { Description = "With the email addresses of readers and staff, in plain: keep the file accordingly." };
        var pictures = new Option<bool>("--pictures") { Description = "With the pictures themselves." };
        var command = new Command("export", "Writes everything as JSON Lines, as promised in docs/contracts/export.md.") { to, addresses, pictures };
        command.SetAction((given, cancel) => WithHouse(given, async (services, _) =>
            await new ExportHouse(services, new ExportOptions(given.GetValue(addresses), given.GetValue(pictures))).Run(given.GetValue(to), cancel)));
        return command;
    }

    private static Command Read()
    {
        var paths = new Argument<string[]>("path") { Description = "Files or folders; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "JSON Lines, as promised in docs/contracts/read.md (the default)." };
        var command = new Command("read", "Reads wire and feed files and prints what is in them.") { paths, json };
        command.SetAction((given, cancel) => ReadFiles.Run(given.GetRequiredValue(paths), Console.OpenStandardOutput(), Console.Error, cancel));
        return command;
    }

    private static Command ConvertCommand()
    {
        var paths = new Argument<string[]>("path") { Description = "Files or folders; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--to") { Description = $"The format: {string.Join(", ", ConvertFormats.Names)}.", Required = true };
        var folder = new Option<string?>("--out") { Description = "A folder for the documents (default: standard output)." };
        var sender = new Option<string?>("--sender") { Description = "Who sends, for wires (default: the name of the feed or file)." };
        to.AcceptOnlyFromAmong([.. ConvertFormats.Names]);
        var command = new Command("convert", "Writes what is in wire and feed files in another format.") { paths, to, folder, sender };
        command.SetAction((given, cancel) => new ConvertFiles(ConvertFormats.Of(given.GetRequiredValue(to)), new ConvertPlace(given.GetValue(folder), Console.OpenStandardOutput()), Console.Error, TimeProvider.System.GetUtcNow(), given.GetValue(sender))
            .Run(given.GetRequiredValue(paths), cancel));
        return command;
    }

    private static Command Extract()
    {
        var place = new Argument<string>("page") { Description = "A saved page, an address, or - for standard input." };
        var url = new Option<string?>("--url") { Description = "The address of a saved page, for what is relative in it." };
        var json = new Option<bool>("--json") { Description = "One JSON object, as promised in docs/contracts/extract.md (the default)." };
        var command = new Command("extract", "Prints the story of a web page without the page around it.") { place, url, json };
        command.SetAction((given, cancel) => ExtractPage.Run(given.GetRequiredValue(place), given.GetValue(url), Console.OpenStandardOutput(), cancel));
        return command;
    }

    private static async Task<int> WithOptions(ParseResult given, Func<DatelineOptions, Task<int>> run)
    {
        var (options, refusal) = DatelineOptions.Read(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["data"] = given.GetValue(Data),
            ["postgres"] = given.GetValue(Postgres),
            ["keys"] = given.GetValue(Keys),
            ["listen"] = given.GetValue(Listen),
            ["public-url"] = given.GetValue(PublicUrl),
            ["roles"] = given.GetValue(Roles),
            ["trusted-proxies"] = given.GetValue(Proxies),
            ["replies-per-network"] = given.GetValue(RepliesPerNetwork),
            ["keep-withdrawn"] = given.GetValue(KeepWithdrawn),
            ["smtp"] = given.GetValue(Smtp),
            ["mail-from"] = given.GetValue(MailFrom),
        });
        if (options is not null) return await run(options);
        await Console.Error.WriteLineAsync(refusal);
        return 2;
    }

    /// <summary>The house with its database brought up to date, but not open: no pages, no background work.</summary>
    private static Task<int> WithHouse(ParseResult given, Func<IServiceProvider, DatelineOptions, Task<int>> run) => WithOptions(given, async told =>
    {
        var options = ServedAddress.Apply(told);
        await using var app = Program.Build(options with { Web = false, Worker = false });
        if (await Serving.Prepare(app.Services, CancellationToken.None) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider, options);
    });
}
