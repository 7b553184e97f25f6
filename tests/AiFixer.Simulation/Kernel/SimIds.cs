using System.Globalization;
using AiFixer.Core;
using AiFixer.Core.Ports;

namespace AiFixer.Simulation.Kernel;

/// <summary>Ids and tokens by chance of the run.</summary>
internal sealed class SimIds(Chance chance) : IIdSource
{
    public IncidentId NewIncident(DateTimeOffset now) => IncidentId.Create(now, ((long)chance.Below(int.MaxValue) << 31) | (uint)chance.Below(int.MaxValue));

    public string NewToken() => chance.Below(int.MaxValue).ToString("x8", CultureInfo.InvariantCulture);
}
