using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class QueueByLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_replies_that_ask",
                table: "replies",
                columns: new[] { "State", "SubmittedAt", "Id" },
                filter: "\"IsQuestion\"");

            migrationBuilder.CreateIndex(
                name: "IX_replies_with_links",
                table: "replies",
                columns: new[] { "State", "SubmittedAt", "Id" },
                filter: "\"Links\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_that_ask",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_with_links",
                table: "replies");
        }
    }
}
