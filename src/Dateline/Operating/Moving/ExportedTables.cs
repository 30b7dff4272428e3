using System.Text.Json;

namespace Dateline.Operating.Moving;

/// <summary>
/// Of every table: whether <c>dateline export</c> writes it, without which columns, or why not. A table that nobody named here
/// fails a test, so that "everything" stays true.
/// </summary>
internal static class ExportedTables
{
    /// <summary>Columns that never leave the house, wherever they stand: keys of recognition, stamps, leases.</summary>
    public static readonly IReadOnlySet<string> Withheld = new HashSet<string>(StringComparer.Ordinal)
    {
        "AddressKey", "ReporterKey", "SecretHash", "Stamp", "SecurityStamp", "ConcurrencyStamp", "PasswordHash", "Password", "LeasedUntil",
    };

    /// <summary>Ciphers of addresses: the address itself, when it is asked for.</summary>
    public const string Cipher = "EmailCipher";

    /// <summary>Columns with the address of somebody in plain: written only when addresses are asked for.</summary>
    public static readonly IReadOnlySet<string> Addresses = new HashSet<string>(StringComparer.Ordinal) { "Email", "UserName", "Sender" };

    /// <summary>Columns whose name is the member's that names the table.</summary>
    private static readonly IReadOnlyDictionary<string, string> Renamed = new Dictionary<string, string>(StringComparer.Ordinal) { ["reply_bans.Kind"] = "banned" };

    /// <summary>What a column is called in the export.</summary>
    public static string Member(string table, string column) => Renamed.GetValueOrDefault($"{table}.{column}") ?? JsonNamingPolicy.CamelCase.ConvertName(column);

    /// <summary>The tables in the order in which a reader of the file meets what the next ones refer to, and their own withheld columns.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Taken = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["editions"] = [],
        ["topics"] = [],
        ["staff"] = ["AccessFailedCount", "EmailConfirmed", "LockoutEnabled", "LockoutEnd", "NormalizedEmail", "NormalizedUserName", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled"],
        ["sources"] = [],
        ["feeds"] = ["ETag", "LastModified"],
        ["wire_items"] = [],
        ["wire_versions"] = ["Raw", "DocumentId"],
        ["pictures"] = [],
        ["picture_variants"] = [],
        ["stories"] = ["DueAt"],
        ["story_topics"] = [],
        ["story_pictures"] = [],
        ["revisions"] = [],
        ["kills"] = [],
        ["old_addresses"] = [],
        ["discussion_rules"] = [],
        ["readers"] = [],
        ["replies"] = ["TrainedAs"],
        ["reply_decisions"] = [],
        ["reply_reports"] = [],
        ["reply_appeals"] = [],
        ["moderation_acts"] = [],
        ["moderation_views"] = [],
        ["reply_follows"] = ["DueAt"],
        ["reply_bans"] = ["Key"],
        ["reply_words"] = [],
        ["reply_filter"] = [],
    };

    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["follower_positions"] = "where this house's own readers of the journal stand",
        ["journal"] = "what was told within this house, and is forgotten in time",
        ["sign_in_links"] = "secrets",
        ["sign_in_knocks"] = "counts of some minutes",
        ["discussion_clock"] = "when this house looks at closing discussions next",
        ["filter_retrainings"] = "work that waits",
        ["screening_settings"] = "access to services outside, with their secrets",
        ["staff_claims"] = "not in use",
        ["staff_logins"] = "not in use",
        ["staff_tokens"] = "secrets",
        ["outgoing_letters"] = "letters on their way",
        ["reader_links"] = "secrets",
        ["reply_checks"] = "work that waits",
        ["reply_traces"] = "prints for recognising repeats, forgotten in time",
        ["reply_counts"] = "counts of an hour",
        ["search_rows"] = "made from the stories",
        ["source_sweeps"] = "work that waits",
        ["feed_hours"] = "counts of some days",
        ["hub_subscriptions"] = "agreements of this house's address, with secrets",
        ["mail_accounts"] = "access to a mailbox",
        ["push_keys"] = "secrets",
        ["push_receipts"] = "what guards against repeats, forgotten in time",
        ["quarantined"] = "entries that never became items",
        ["sftp_files"] = "which files this house has seen",
        ["sftp_places"] = "access to a server",
        ["wire_documents"] = "what was sent, byte for byte, forgotten in time",
        ["wire_pages"] = "work that waits",
        ["wire_pictures"] = "work that waits",
        ["wire_prints"] = "prints for finding copies, forgotten in time",
        ["wire_print_texts"] = "prints for finding copies, forgotten in time",
        ["wire_trace_folds"] = "how far traces are in their tree",
        ["wire_traces"] = "prints for finding copies, forgotten in time",
    };
}
