using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Grouping;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;

namespace AiFixer.Tests.Engine.Reporting;

/// <summary>Puts together what takes alerts.</summary>
internal static class Reporters
{
    public static AlertReporter Of(
        IJournal journal, IncidentWriter writer, IncidentRunner runner, WorkflowRules rules, EngineOptions options, TimeProvider time)
    {
        var telling = new LeaderTelling(runner);
        var opening = new GroupedOpening(journal, writer, runner, telling, new GroupHints(options, time), rules);
        return new(journal, opening, telling, runner, new RandomIds(), options, time);
    }
}
