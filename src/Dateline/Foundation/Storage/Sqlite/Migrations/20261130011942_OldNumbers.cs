using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class OldNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "OldNumber",
                table: "replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_OldNumber",
                table: "replies",
                columns: new[] { "StoryId", "OldNumber" },
                filter: "\"OldNumber\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_OldNumber",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "OldNumber",
                table: "replies");
        }
    }
}
