using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Bot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnsweredBatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered");

            migrationBuilder.CreateTable(
                name: "answered_batches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Keys = table.Column<byte[]>(type: "bytea", nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answered_batches", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_answered_batches_AnsweredAt",
                table: "answered_batches",
                column: "AnsweredAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered_batches");

            migrationBuilder.CreateTable(
                name: "answered",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answered", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_answered_AnsweredAt",
                table: "answered",
                column: "AnsweredAt");
        }
    }
}
