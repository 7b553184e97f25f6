using System.Collections.Immutable;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Texts;

namespace AiFixer.Tests.Gateway;

public sealed class TimelineTests
{
    [Theory]
    [InlineData(ErrorClass.Unknown, "Triaged: no known kind of error")]
    [InlineData(ErrorClass.Oom, "Triaged: out of memory")]
    public void What_triage_found_is_told_in_words(ErrorClass found, string told) => Tell(new Triaged(found)).ShouldBe(told);

    [Fact]
    public void Every_kind_of_error_has_words_of_its_own() =>
        Enum.GetValues<ErrorClass>().Select(found => Tell(new Triaged(found))).ShouldBeUnique();

    [Fact]
    public void A_call_that_did_not_leave_is_told_as_such() =>
        Tell(new ActionNotSent("a1", "busy", null)).ShouldBe("Action a1 did not leave");

    private static string Tell(IncidentEvent happened)
    {
        var entry = IncidentJson.Write(new JournalEntry(Samples.Now, "aifixer", "test", ImmutableList.Create(happened)));
        return Timeline.Of(new(Samples.Id, 1, entry, "d"), GatewayWords.English).ShouldHaveSingleItem().Text;
    }
}
