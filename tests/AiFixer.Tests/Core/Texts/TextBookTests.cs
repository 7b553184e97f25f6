using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;

namespace AiFixer.Tests.Core.Texts;

public sealed class TextBookTests
{
    private readonly TextBook _book = new(Language.English, new Dictionary<string, string>
    {
        ["plain"] = "as it is, {braces} and 100 %",
        ["said"] = "{0} by {1}",
        ["things.one"] = "one thing",
        ["things.many"] = "{0} things",
        ["status.awaitingDiagnosisApproval"] = "your call",
    });

    [Fact]
    public void A_sentence_without_values_is_said_as_it_is() => _book.Say("plain").ShouldBe("as it is, {braces} and 100 %");

    [Fact]
    public void Values_take_their_places() => _book.Say("said", 3, "Kim").ShouldBe("3 by Kim");

    [Fact]
    public void A_value_that_looks_like_a_place_stays_what_it_is() => _book.Say("said", "{1}", "{0}").ShouldBe("{1} by {0}");

    [Theory]
    [InlineData(1, "one thing")]
    [InlineData(0, "0 things")]
    [InlineData(7, "7 things")]
    public void One_thing_is_said_otherwise_than_many(int count, string said) => _book.Count("things", count).ShouldBe(said);

    [Fact]
    public void A_value_of_an_enumeration_has_a_name() => _book.Name("status", IncidentStatus.AwaitingDiagnosisApproval).ShouldBe("your call");

    [Fact]
    public void A_sentence_comes_in_pieces() =>
        _book.Pieces("said").ShouldBe([("", 0), (" by ", null), ("", 1)]);

    [Fact]
    public void A_key_that_nobody_wrote_is_a_mistake() =>
        Should.Throw<KeyNotFoundException>(() => _book["missing"]).Message.ShouldContain("missing");
}
