using AiFixer.Core.Incidents;
using AiFixer.Engine.Tasks;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Tasks.Support;

namespace AiFixer.Tests.Engine.Tasks;

public sealed class ReconcileHandlerTests
{
    [Fact]
    public async Task What_was_seen_is_as_old_as_the_beginning_of_the_look()
    {
        var story = Stories.OutcomeUnknown();
        var time = new ManualTime(story.Now);
        var plugins = new SeenPlugins(Given.Plan(), ExecuteOutcome.NotDone) { Looks = () => time.Advance(TimeSpan.FromSeconds(20)) };

        var step = await new ReconcileHandler(plugins, time).RunAsync(story.State, story.Task, TestContext.Current.CancellationToken);

        var looked = step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Looked>();
        looked.At.ShouldBe(story.Now);
        looked.Took.ShouldBe(TimeSpan.FromSeconds(20));
        looked.Seen.Applied.ShouldBe(ExecuteOutcome.NotDone);
    }
}
