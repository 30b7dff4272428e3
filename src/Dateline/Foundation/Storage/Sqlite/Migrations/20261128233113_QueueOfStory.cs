using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class QueueOfStory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_State_SubmittedAt_Id",
                table: "replies",
                columns: new[] { "StoryId", "State", "SubmittedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_State_SubmittedAt_Id",
                table: "replies");
        }
    }
}
