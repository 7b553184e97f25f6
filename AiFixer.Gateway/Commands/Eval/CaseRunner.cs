using System.Diagnostics;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Serves a case as a world, lets the analyst work in it through the ordinary plugins, and takes the world down again.</summary>
/// <param name="models">The configuration that says which models there are; null to do without.</param>
internal sealed class CaseRunner(IConfiguration? models)
{
    private readonly TimeSpan patience = models is null ? TimeSpan.FromSeconds(60) : TimeSpan.FromMinutes(10);

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
        if (CaseIncident.Open(frozen, out var problem) is not { } incident)
            return new CaseResult.Failed(frozen.Id, problem!);
        var started = Stopwatch.GetTimestamp();
        var (diagnosis, reason) = await TryAsync(frozen, incident, cancellationToken);
        return diagnosis is null
            ? new CaseResult.Failed(frozen.Id, reason!)
            : new CaseResult.Ran(frozen.Id, frozen.Suite, expected, diagnosis, CaseScorer.Score(expected, diagnosis), Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Whatever an analyst does, the other cases run.</summary>
    private async Task<(Diagnosis? Diagnosis, string? Reason)> TryAsync(FrozenCase frozen, Incident incident, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            var answer = await DiagnoseAsync(frozen, incident, deadline.Token);
            return answer.Unavailable is { } reason ? (null, reason) : (answer.Diagnosis, null);
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
