using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Simulation.Kernel;

namespace AiFixer.Simulation.World;

/// <summary>The analyst of one process: notes how many it is asked for at once.</summary>
internal sealed class SimAnalyst(IAnalyst inner, Stage stage, SimProcess process) : IAnalyst
{
    private int running;

    public async Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken)
    {
        stage.Investigated(new(process.Name, incident.Id, incident.Severity, running++));
        try
        {
            return await inner.DiagnoseAsync(incident, cancellationToken);
        }
        finally
        {
            running--;
        }
    }
}
