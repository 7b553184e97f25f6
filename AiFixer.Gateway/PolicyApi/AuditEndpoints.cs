using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>The whole record, for whoever keeps it elsewhere.</summary>
internal static class AuditEndpoints
{
    private const string JsonLines = "application/x-ndjson";
    private const string Csv = "text/csv";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/audit", Export).WithTags("Policy")
            .RequireAuthorization(Policies.Operator).WithName("ExportAudit")
            .WithSummary("Every entry of every incident in the store, newest incident first, streamed")
            .WithDescription("\"format\" is jsonl (each line an entry with its events and its digest) or csv (without what events say).")
            .Produces<string>(200, JsonLines, Csv).ProducesProblem(400).ProducesProblem(503);

    private static async Task<IResult> Export(
        [FromQuery] string? format, IIncidentQueries queries, IJournalReader journal, CancellationToken cancellationToken)
    {
        if (format is not (null or "jsonl" or "csv"))
            return Problems.Invalid("format", "must be jsonl or csv");
        await queries.PingAsync(cancellationToken);
        var export = new AuditExport(queries, journal);
        return format == "csv"
            ? TypedResults.Stream(stream => export.WriteCsvAsync(stream, cancellationToken), Csv, "aifixer-audit.csv")
            : TypedResults.Stream(stream => export.WriteJsonLinesAsync(stream, cancellationToken), JsonLines, "aifixer-audit.jsonl");
    }
}
