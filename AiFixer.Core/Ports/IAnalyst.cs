using AiFixer.Core.Incidents;

namespace AiFixer.Core.Ports;

/// <summary>Finds the cause of an incident by looking, never by changing.</summary>
public interface IAnalyst
{
    Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken);
}
