using AiFixer.Core.Incidents;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

public sealed class UndoTraitsTests
{
    private static readonly PluginTraits Harmless = Given.Traits(idempotent: true, guarded: true);

    [Fact]
    public void An_undo_by_the_same_plugin_may_be_sent_again_as_its_fix_may() => Undone(Given.UndoRequest()).Traits.ShouldBe(Harmless);

    [Fact]
    public void Of_another_plugin_nobody_knows_so_its_undo_is_sent_once()
    {
        var traits = Undone(new PluginRequest("db.restore", "{}")).Traits;

        traits.MaySendAgain().ShouldBeFalse();
        traits.ShouldBe(Harmless with { Idempotent = false, Guarded = false });
    }

    [Fact]
    public void When_its_outcome_is_unknown_and_it_did_not_happen_a_person_decides() => UndoStory(new PluginRequest("db.restore", "{}"))
        .Starts().Sends(ExecuteOutcome.Unknown).Settles().Looks(ExecuteOutcome.NotDone).State.Status.ShouldBe(IncidentStatus.Escalated);

    private static IncidentAction Undone(PluginRequest undo) => UndoStory(undo).State.Action("a2");

    private static Story UndoStory(PluginRequest undo)
    {
        var planned = new PlannedAction(Given.Request(), Harmless, Given.Plan() with { Undo = undo }, "It worked before.");
        return Stories.Verifying(planned).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);
    }
}
