using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class GroupDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DecidedRow",
                table: "wire_items",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FetchesPages",
                table: "sources",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "wire_pages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    FeedId = table.Column<Guid>(type: "uuid", nullable: false),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ETag = table.Column<string>(type: "text", nullable: true),
                    LastModified = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Failure = table.Column<string>(type: "text", nullable: true),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wire_pages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wire_pages_wire_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "wire_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wire_pages_AskedAt",
                table: "wire_pages",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_wire_pages_DueAt",
                table: "wire_pages",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_wire_pages_ItemId",
                table: "wire_pages",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wire_pages_SourceId_AskedAt",
                table: "wire_pages",
                columns: new[] { "SourceId", "AskedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wire_pages");

            migrationBuilder.DropColumn(
                name: "FetchesPages",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "DecidedRow",
                table: "wire_items");
        }
    }
}
