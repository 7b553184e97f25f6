using AiFixer.Core.Ports;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Pages.Incidents;

internal static class IncidentListEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", ShowAsync).RequireAuthorization(Policies.Viewer);

    private static async Task<IResult> ShowAsync(
        [FromQuery] string[]? status,
        [FromQuery] string[]? severity,
        [FromQuery] string? text,
        [FromQuery] string? before,
        [FromQuery] string? leader,
        [FromQuery] string? followers,
        HttpContext context,
        IIncidentQueries queries,
        StatusCounts counts,
        PageContexts pages,
        CancellationToken cancellationToken)
    {
        var query = new FilterQuery(status, severity, text, before, null, leader, followers);
        var filter = FilterReader.Read(query, out var invalid);
        var page = await queries.ListAsync(filter, cancellationToken);
        var model = new IncidentListModel(
            query,
            filter,
            invalid is { } wrong ? (wrong.Field, wrong.Problem) : null,
            [.. page.Items.Select(IncidentSummary.Of)],
            page.Next?.Value,
            await counts.ReadAsync(cancellationToken));
        return PageResult.Of<IncidentListPage>(model, pages.For(context));
    }
}
