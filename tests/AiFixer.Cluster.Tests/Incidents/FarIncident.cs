using AiFixer.Grains;

namespace AiFixer.Cluster.Tests.Incidents;

/// <summary>An incident on another silo, which answers as the test says.</summary>
internal sealed class FarIncident(Func<bool> take) : IIncidentGrain
{
    public List<Letter> Taken { get; } = [];

    public Task<Letter?> TellAsync(Letter input, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> FinishAsync(Letter result, CancellationToken cancellationToken)
    {
        Taken.Add(result);
        return Task.FromResult(take());
    }

    public Task LookAsync() => throw new NotSupportedException();

    public Task WakeAsync() => throw new NotSupportedException();

    public Task ResumeAsync() => throw new NotSupportedException();
}
