using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Links",
                table: "replies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "discussion_clock",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReachedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_clock", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "filter_retrainings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    After = table.Column<Guid>(type: "uuid", nullable: true),
                    Learned = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filter_retrainings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "screening_settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    FilterOff = table.Column<bool>(type: "boolean", nullable: false),
                    FilterHolds = table.Column<double>(type: "double precision", nullable: false),
                    TargetMinutes = table.Column<int>(type: "integer", nullable: false),
                    AkismetUrl = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    AkismetKey = table.Column<string>(type: "text", nullable: true),
                    WebhookUrl = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WebhookSecret = table.Column<string>(type: "text", nullable: true),
                    PrivatePlaces = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screening_settings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reply_decisions_At_Id",
                table: "reply_decisions",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_replies_SubmittedAt_HeldBy",
                table: "replies",
                columns: new[] { "SubmittedAt", "HeldBy" });

            migrationBuilder.CreateIndex(
                name: "IX_discussion_clock_DueAt",
                table: "discussion_clock",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_filter_retrainings_DueAt",
                table: "filter_retrainings",
                column: "DueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discussion_clock");

            migrationBuilder.DropTable(
                name: "filter_retrainings");

            migrationBuilder.DropTable(
                name: "screening_settings");

            migrationBuilder.DropIndex(
                name: "IX_reply_decisions_At_Id",
                table: "reply_decisions");

            migrationBuilder.DropIndex(
                name: "IX_replies_SubmittedAt_HeldBy",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "replies");
        }
    }
}
