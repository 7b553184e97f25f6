using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.World;

/// <summary>Throws for one account and works for the others.</summary>
internal sealed class BrokenAnalyst(IAnalyst inner, string account, Func<Exception> trouble) : IAnalyst
{
    public Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken) =>
        incident.Alert.Labels["account"] == account ? throw trouble() : inner.DiagnoseAsync(incident, cancellationToken);
}
