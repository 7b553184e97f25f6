using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AiFixer.Gateway.Incidents;

/// <summary>What is said of an incident that is not in the store: it was archived, or there never was one.</summary>
internal sealed class MissingIncidents(IArchive archive)
{
    public async Task<ArchivedIncident?> FindAsync(string id, CancellationToken cancellationToken) =>
        IncidentId.TryParse(id, out var incident) ? await archive.FindAsync(incident, cancellationToken) : null;

    public async Task<ProblemHttpResult> AnswerAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } archived
            ? Problems.Archived(archived)
            : Problems.NotFound($"There is no incident {TextCleaner.Line(id, AlertLimits.Name)}.");
}
