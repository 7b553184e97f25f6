using System.Diagnostics;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Models;
using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Serves a case as a world, lets the analyst work in it through the ordinary plugins, and takes the world down again.</summary>
/// <param name="models">Null to do without.</param>
internal sealed class CaseRunner(SharedModels? models)
{
    private readonly TimeSpan patience = models is null ? TimeSpan.FromSeconds(60) : TimeSpan.FromMinutes(10);
    private long opened;

    public async Task<CaseResult> RunAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(FrozenCase.Load(folder), cancellationToken);
        }
        catch (FrozenCaseException e)
        {
            return new CaseResult.Failed(Path.GetFileName(folder), e.Message);
        }
    }

    public async Task<CaseResult> RunAsync(FrozenCase frozen, CancellationToken cancellationToken)
    {
        if (frozen.Expected is not { } expected)
            return new CaseResult.Failed(frozen.Id, "expected.json is missing");
        if (CaseIncident.Open(frozen, Interlocked.Increment(ref opened), out var problem) is not { } incident)
            return new CaseResult.Failed(frozen.Id, problem!);
        var started = Stopwatch.GetTimestamp();
        var (answer, reason) = await TryAsync(frozen, incident, cancellationToken);
        if (answer?.Diagnosis is not { } diagnosis)
            return new CaseResult.Failed(frozen.Id, reason!);
        var transcript = answer.Blobs.FirstOrDefault(blob => blob.Hash == diagnosis.Transcript);
        return new CaseResult.Ran(frozen.Id, frozen.Suite, expected, diagnosis, CaseScorer.Score(expected, diagnosis), Stopwatch.GetElapsedTime(started), transcript);
    }

    /// <summary>Whatever an analyst does, the other cases run.</summary>
    private async Task<(AnalystAnswer? Answer, string? Reason)> TryAsync(FrozenCase frozen, Incident incident, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            var answer = await DiagnoseAsync(frozen, incident, deadline.Token);
            return answer.Unavailable is { } reason ? (null, reason) : (answer, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"there was no diagnosis within {patience.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, $"the analyst failed: {e.GetType().Name}: {e.Message}");
        }
    }

    private async Task<AnalystAnswer> DiagnoseAsync(FrozenCase frozen, Incident incident, CancellationToken cancellationToken)
    {
        await using var world = await FrozenWorld.StartAsync(frozen, cancellationToken: cancellationToken);
        await using var services = CaseServices.Of(frozen, world, models);
        return await services.GetRequiredService<IAnalyst>().DiagnoseAsync(incident, cancellationToken);
    }
}
