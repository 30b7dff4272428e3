using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class QueueOfMoved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was imported before waits apart too.
            migrationBuilder.Sql("""UPDATE replies SET "HeldBy" = 'moved' WHERE "State" = 'Held' AND "OldNumber" IS NOT NULL AND "HeldBy" IS NULL""");
            migrationBuilder.DropIndex(
                name: "IX_replies_State_SubmittedAt_Id",
                table: "replies");

            migrationBuilder.CreateIndex(
                name: "IX_replies_State_SubmittedAt_Id_HeldBy",
                table: "replies",
                columns: new[] { "State", "SubmittedAt", "Id", "HeldBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_State_SubmittedAt_Id_HeldBy",
                table: "replies");

            migrationBuilder.CreateIndex(
                name: "IX_replies_State_SubmittedAt_Id",
                table: "replies",
                columns: new[] { "State", "SubmittedAt", "Id" });
        }
    }
}
