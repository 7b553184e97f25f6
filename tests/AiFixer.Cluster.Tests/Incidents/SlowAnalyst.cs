using System.Collections.Concurrent;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Cluster.Tests.Incidents;

/// <summary>Takes as long as the test says, and notes whom it looked at.</summary>
internal sealed class SlowAnalyst
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly ConcurrentQueue<IncidentId> seen = new();

    public IReadOnlyList<IncidentId> Seen => [.. seen];

    public Task Asked => asked.Task;

    public void Answer() => answer.TrySetResult();

    public IAnalyst Around(IAnalyst inner) => new One(this, inner);

    private sealed class One(SlowAnalyst slow, IAnalyst inner) : IAnalyst
    {
        public async Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
        {
            slow.seen.Enqueue(incident.Id);
            slow.asked.TrySetResult();
            await slow.answer.Task;
            return await inner.DiagnoseAsync(incident, cancellationToken);
        }
    }
}
