using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class RepliesMended : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WrittenAt",
                table: "reply_follows",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplyId",
                table: "reply_bans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PutBackAt",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplyId",
                table: "moderation_acts",
                type: "TEXT",
                nullable: true);

            // Those withdrawn before: since the decision that their writer took.
            migrationBuilder.Sql("""UPDATE replies SET "WithdrawnAt" = (SELECT "At" FROM reply_decisions WHERE reply_decisions."Id" = replies."DecisionId") WHERE "State" = 'Withdrawn' AND "ErasedAt" IS NULL;""");

            migrationBuilder.CreateTable(
                name: "sign_in_knocks",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Minute = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_knocks", x => new { x.Key, x.Minute });
                });

            migrationBuilder.CreateIndex(
                name: "IX_reply_bans_ReplyId",
                table: "reply_bans",
                column: "ReplyId");

            migrationBuilder.CreateIndex(
                name: "IX_replies_by_rule",
                table: "replies",
                columns: new[] { "State", "HeldBy", "SubmittedAt", "Id" },
                filter: "\"HeldBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_PutBackAt",
                table: "replies",
                columns: new[] { "StoryId", "PutBackAt" },
                filter: "\"PutBackAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_replies_WithdrawnAt",
                table: "replies",
                column: "WithdrawnAt",
                filter: "\"WithdrawnAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_moderation_acts_ReplyId",
                table: "moderation_acts",
                column: "ReplyId",
                filter: "\"ReplyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_knocks_Minute",
                table: "sign_in_knocks",
                column: "Minute");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sign_in_knocks");

            migrationBuilder.DropIndex(
                name: "IX_reply_bans_ReplyId",
                table: "reply_bans");

            migrationBuilder.DropIndex(
                name: "IX_replies_by_rule",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_PutBackAt",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_WithdrawnAt",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_moderation_acts_ReplyId",
                table: "moderation_acts");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "reply_follows");

            migrationBuilder.DropColumn(
                name: "ReplyId",
                table: "reply_bans");

            migrationBuilder.DropColumn(
                name: "PutBackAt",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "ReplyId",
                table: "moderation_acts");
        }
    }
}
