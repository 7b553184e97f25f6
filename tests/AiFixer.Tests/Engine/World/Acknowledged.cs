using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.World;

/// <summary>What senders and people were told to be on disk.</summary>
internal sealed class Acknowledged
{
    public List<(IncomingAlert Alert, ReportReceipt Receipt)> Alerts { get; } = [];

    public List<(IncidentId Incident, PersonInput Input, TellReceipt.Accepted Receipt)> Clicks { get; } = [];
}
