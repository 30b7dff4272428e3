using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class OldAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Byline",
                table: "stories",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "old_addresses",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Target = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_old_addresses", x => x.Address);
                    table.ForeignKey(
                        name: "FK_old_addresses_stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "stories",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_old_addresses_StoryId",
                table: "old_addresses",
                column: "StoryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "old_addresses");

            migrationBuilder.DropColumn(
                name: "Byline",
                table: "stories");
        }
    }
}
