using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Texts;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>The shadow report.</summary>
internal static class ShadowEndpoint
{
    public static async Task<IResult> ReadAsync([FromQuery] string? before, IncidentScan scan, CancellationToken cancellationToken)
    {
        IncidentId? start = null;
        if (before is not null)
        {
            if (!IncidentId.TryParse(before, out var id))
                return Problems.Invalid("before", "must be an incident's id");
            start = id;
        }

        return TypedResults.Ok(await ReportAsync(scan, start, GatewayWords.English, cancellationToken));
    }

    public static async Task<ShadowReport> ReportAsync(IncidentScan scan, IncidentId? before, TextBook words, CancellationToken cancellationToken)
    {
        var (lines, looked, last) = (new List<ShadowLine>(), 0, default(string));
        await foreach (var (item, state) in scan.ReadAsync(new IncidentFilter(Before: before), IncidentScan.Most, cancellationToken))
        {
            looked++;
            last = item.Id.Value;
            lines.AddRange(ShadowLine.Of(item.Row.Title, state, words));
        }

        return new(
            looked,
            lines.Count(line => line.Would == PolicyOutcome.AutoExecute),
            lines.Count(line => line.Would == PolicyOutcome.RequireApproval),
            lines,
            looked < IncidentScan.Most ? null : last);
    }
}
