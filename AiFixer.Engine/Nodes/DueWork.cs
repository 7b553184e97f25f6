using AiFixer.Core;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Nodes;

/// <summary>An incident that is due, and where its next step waits.</summary>
internal readonly record struct DueWork(IncidentId Id, WorkPlace Place);
