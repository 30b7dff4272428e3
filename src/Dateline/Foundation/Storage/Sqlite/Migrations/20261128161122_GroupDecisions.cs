using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FetchesPages",
                table: "sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "wire_pages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FeedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    LastModified = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
