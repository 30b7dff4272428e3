using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class Replies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_RepeatKey",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "RepeatKey",
                table: "replies");

            migrationBuilder.RenameColumn(
                name: "Network",
                table: "reply_counts",
                newName: "Key");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "reply_decisions",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RuleVersion",
                table: "reply_decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AddressKey",
                table: "replies",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Answers",
                table: "replies",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "EditedAt",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Findings",
                table: "replies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "HeldBy",
                table: "replies",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsQuestion",
                table: "replies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Path",
                table: "replies",
                type: "TEXT",
                maxLength: 1920,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PickedAt",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PinnedAt",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReaderId",
                table: "replies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrainedAs",
                table: "replies",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "discussion_rules",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FirstHeld = table.Column<int>(type: "INTEGER", nullable: true),
                    CloseAfterDays = table.Column<int>(type: "INTEGER", nullable: true),
                    SlowSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    CoolUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    MostLinks = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_rules", x => x.Scope);
                });

            migrationBuilder.CreateTable(
                name: "moderation_acts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moderation_acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "moderation_views",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moderation_views", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LetterCipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_letters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reader_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Errand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    About = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reader_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "readers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EmailCipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 245, nullable: false),
                    Website = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    VerifiedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stamp = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reply_appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reply_appeals_replies_ReplyId",
                        column: x => x.ReplyId,
                        principalTable: "replies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reply_bans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 245, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_bans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reply_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReplyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_checks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reply_filter",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Spam = table.Column<int>(type: "INTEGER", nullable: false),
                    Ham = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_filter", x => x.Word);
                });

            migrationBuilder.CreateTable(
                name: "reply_follows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryKey = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Edition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EmailCipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Pace = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WrittenUpTo = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_follows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reply_follows_stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reply_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReporterKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EmailCipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reply_reports_replies_ReplyId",
                        column: x => x.ReplyId,
                        principalTable: "replies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reply_traces",
                columns: table => new
                {
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RepeatKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NetworkKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    A = table.Column<long>(type: "INTEGER", nullable: true),
                    B = table.Column<long>(type: "INTEGER", nullable: true),
                    C = table.Column<long>(type: "INTEGER", nullable: true),
                    D = table.Column<long>(type: "INTEGER", nullable: true),
                    E = table.Column<long>(type: "INTEGER", nullable: true),
                    Sketch = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_traces", x => x.ReplyId);
                });

            migrationBuilder.CreateTable(
                name: "reply_words",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Spam = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_words", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_replies_AddressKey_SubmittedAt",
                table: "replies",
                columns: new[] { "AddressKey", "SubmittedAt" },
                filter: "\"AddressKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_replies_ReaderId_SubmittedAt",
                table: "replies",
                columns: new[] { "ReaderId", "SubmittedAt" },
                filter: "\"ReaderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_Path",
                table: "replies",
                columns: new[] { "StoryId", "Path" },
                filter: "\"PublishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_moderation_acts_About",
                table: "moderation_acts",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_moderation_acts_At_Id",
                table: "moderation_acts",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_moderation_views_StaffId_Position",
                table: "moderation_views",
                columns: new[] { "StaffId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_letters_AddressKey_WrittenAt",
                table: "outgoing_letters",
                columns: new[] { "AddressKey", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_letters_DueAt",
                table: "outgoing_letters",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_letters_WrittenAt",
                table: "outgoing_letters",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_reader_links_AddressKey_Errand",
                table: "reader_links",
                columns: new[] { "AddressKey", "Errand" });

            migrationBuilder.CreateIndex(
                name: "IX_reader_links_ExpiresAt",
                table: "reader_links",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_reader_links_SecretHash",
                table: "reader_links",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_readers_AddressKey",
                table: "readers",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_readers_SeenAt",
                table: "readers",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_reply_appeals_Outcome_At_Id",
                table: "reply_appeals",
                columns: new[] { "Outcome", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_appeals_ReplyId_DecisionId",
                table: "reply_appeals",
                columns: new[] { "ReplyId", "DecisionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reply_bans_Kind_Key",
                table: "reply_bans",
                columns: new[] { "Kind", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_checks_DueAt",
                table: "reply_checks",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_reply_checks_ReplyId",
                table: "reply_checks",
                column: "ReplyId");

            migrationBuilder.CreateIndex(
                name: "IX_reply_follows_AddressKey",
                table: "reply_follows",
                column: "AddressKey");

            migrationBuilder.CreateIndex(
                name: "IX_reply_follows_ConfirmedAt_AskedAt",
                table: "reply_follows",
                columns: new[] { "ConfirmedAt", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_follows_DueAt",
                table: "reply_follows",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_reply_follows_SecretHash",
                table: "reply_follows",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reply_follows_StoryId_ReplyId",
                table: "reply_follows",
                columns: new[] { "StoryId", "ReplyId" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_reports_Outcome_At_Id",
                table: "reply_reports",
                columns: new[] { "Outcome", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_reports_ReplyId_ReporterKey",
                table: "reply_reports",
                columns: new[] { "ReplyId", "ReporterKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_A",
                table: "reply_traces",
                column: "A");

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_At",
                table: "reply_traces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_B",
                table: "reply_traces",
                column: "B");

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_C",
                table: "reply_traces",
                column: "C");

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_D",
                table: "reply_traces",
                column: "D");

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_E",
                table: "reply_traces",
                column: "E");

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_NetworkKey_At",
                table: "reply_traces",
                columns: new[] { "NetworkKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_traces_RepeatKey",
                table: "reply_traces",
                column: "RepeatKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reply_words_Word_Language",
                table: "reply_words",
                columns: new[] { "Word", "Language" },
                unique: true);

            // Replies from before there were threads find their place in them: all that each answers, and itself (see ThreadPath).
            migrationBuilder.Sql("""
                WITH RECURSIVE tree("Id", "Path", "Depth") AS (
                    SELECT "Id", lower(replace(CAST("Id" AS text), '-', '')), 1 FROM replies WHERE "ParentId" IS NULL
                    UNION ALL
                    SELECT child."Id", tree."Path" || lower(replace(CAST(child."Id" AS text), '-', '')), tree."Depth" + 1
                    FROM replies AS child JOIN tree ON child."ParentId" = tree."Id" WHERE tree."Depth" < 60)
                UPDATE replies SET "Path" = tree."Path" FROM tree WHERE tree."Id" = replies."Id";
                """);
            migrationBuilder.Sql("""UPDATE replies SET "Path" = lower(replace(CAST("Id" AS text), '-', '')) WHERE "Path" = '';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discussion_rules");

            migrationBuilder.DropTable(
                name: "moderation_acts");

            migrationBuilder.DropTable(
                name: "moderation_views");

            migrationBuilder.DropTable(
                name: "outgoing_letters");

            migrationBuilder.DropTable(
                name: "reader_links");

            migrationBuilder.DropTable(
                name: "readers");

            migrationBuilder.DropTable(
                name: "reply_appeals");

            migrationBuilder.DropTable(
                name: "reply_bans");

            migrationBuilder.DropTable(
                name: "reply_checks");

            migrationBuilder.DropTable(
                name: "reply_filter");

            migrationBuilder.DropTable(
                name: "reply_follows");

            migrationBuilder.DropTable(
                name: "reply_reports");

            migrationBuilder.DropTable(
                name: "reply_traces");

            migrationBuilder.DropTable(
                name: "reply_words");

            migrationBuilder.DropIndex(
                name: "IX_replies_AddressKey_SubmittedAt",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_ReaderId_SubmittedAt",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_Path",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "reply_decisions");

            migrationBuilder.DropColumn(
                name: "RuleVersion",
                table: "reply_decisions");

            migrationBuilder.DropColumn(
                name: "AddressKey",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "Findings",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "HeldBy",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "IsQuestion",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "Path",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "PickedAt",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "ReaderId",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "TrainedAs",
                table: "replies");

            migrationBuilder.RenameColumn(
                name: "Key",
                table: "reply_counts",
                newName: "Network");

            migrationBuilder.AddColumn<string>(
                name: "RepeatKey",
                table: "replies",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_replies_RepeatKey",
                table: "replies",
                column: "RepeatKey",
                unique: true);
        }
    }
}
