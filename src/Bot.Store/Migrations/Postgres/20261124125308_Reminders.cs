using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Bot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReminderTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "outbox",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Payload",
                table: "outbox",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Recipient",
                table: "outbox",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Updates",
                table: "outbox",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "inbox",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ChannelId = table.Column<string>(type: "text", nullable: false),
                    ServiceUrl = table.Column<string>(type: "text", nullable: false),
                    ConversationId = table.Column<string>(type: "text", nullable: false),
                    ConversationType = table.Column<string>(type: "text", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false),
                    AadObjectId = table.Column<string>(type: "text", nullable: false),
                    BotId = table.Column<string>(type: "text", nullable: false),
                    IsInspectionChannel = table.Column<bool>(type: "boolean", nullable: false),
                    UnreachableBecause = table.Column<string>(type: "text", nullable: true),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(900)", maxLength: 900, nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Recipient = table.Column<string>(type: "text", nullable: false),
                    Obligation = table.Column<string>(type: "text", nullable: false),
                    Step = table.Column<string>(type: "text", nullable: false),
                    Occurrence = table.Column<DateOnly>(type: "date", nullable: false),
                    OutboxId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    PlannedAt = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notice_preferences",
                columns: table => new
                {
                    Upn = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<bool>(type: "boolean", nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_preferences", x => x.Upn);
                });

            migrationBuilder.CreateTable(
                name: "obligation_events",
                columns: table => new
                {
                    Obligation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    DocumentNumber = table.Column<string>(type: "text", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Link = table.Column<string>(type: "text", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_obligation_events", x => new { x.Obligation, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "opened_obligations",
                columns: table => new
                {
                    Obligation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Ladder = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opened_obligations", x => x.Obligation);
                });

            migrationBuilder.CreateTable(
                name: "planning_runs",
                columns: table => new
                {
                    Plan = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RanAt = table.Column<long>(type: "bigint", nullable: false),
                    Intended = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_runs", x => new { x.Plan, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_AadObjectId",
                table: "conversations",
                column: "AadObjectId");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_Key",
                table: "deliveries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_Obligation",
                table: "deliveries",
                column: "Obligation");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_OutboxId",
                table: "deliveries",
                column: "OutboxId");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_Recipient_Occurrence",
                table: "deliveries",
                columns: new[] { "Recipient", "Occurrence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "notice_preferences");

            migrationBuilder.DropTable(
                name: "obligation_events");

            migrationBuilder.DropTable(
                name: "opened_obligations");

            migrationBuilder.DropTable(
                name: "planning_runs");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Payload",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Recipient",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Updates",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "inbox");
        }
    }
}
