using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Tests.Plugins.Hosting;

/// <summary>A system that refuses every connection is as visible as one that hangs.</summary>
public sealed class CallOutcomeTests
{
    [Fact]
    public void An_answer_that_nobody_can_be_reached_now_is_a_failed_call()
    {
        Of(PluginResult.Failed("connection refused", retryable: true)).ShouldBe(("Failed", true));
        Of(PreviewResult.Impossible("connection refused", retryable: true)).ShouldBe(("Failed", true));
    }

    [Fact]
    public void A_question_that_was_wrong_is_no_fault_of_what_was_asked()
    {
        Of(PluginResult.Failed("there is no such pod")).ShouldBe(("Returned", false));
        Of(PreviewResult.Impossible("there is no such pod")).ShouldBe(("Returned", false));
        Of(PluginResult.Ok("{}", "one pod")).ShouldBe(("Returned", false));
    }

    [Fact]
    public void Calls_that_hang_throw_or_find_no_place_are_faults_and_those_that_were_given_up_are_not()
    {
        CallOutcome.IsFault(new CallEnd<PluginResult>.TimedOut(TimeSpan.FromSeconds(1))).ShouldBeTrue();
        CallOutcome.IsFault(new CallEnd<PluginResult>.Threw(new InvalidOperationException())).ShouldBeTrue();
        CallOutcome.IsFault(new CallEnd<PluginResult>.Busy()).ShouldBeTrue();
        CallOutcome.IsFault(new CallEnd<PluginResult>.Cancelled(Called: true)).ShouldBeFalse();
        CallOutcome.IsFault(new CallEnd<PluginResult>.Replaced()).ShouldBeFalse();
    }

    private static (string Outcome, bool IsFault) Of<T>(T value)
    {
        var end = new CallEnd<T>.Returned(value);
        return (CallOutcome.Of(end), CallOutcome.IsFault(end));
    }
}
