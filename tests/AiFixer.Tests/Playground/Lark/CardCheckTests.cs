using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Rest;

namespace AiFixer.Tests.Playground.Lark;

public sealed class CardCheckTests
{
    private const string Button = """{"tag":"button","text":{"tag":"plain_text","content":"Go"},"behaviors":[{"type":"callback","value":{"op":"go"}}]}""";
    private const string Submit = """{"tag":"button","name":"send","form_action_type":"submit","text":{"tag":"plain_text","content":"Send"}}""";

    [Theory]
    [InlineData("""{"tag":"markdown","content":"**cpu** 97%"}""")]
    [InlineData("""{"tag":"hr"}""")]
    [InlineData(Button)]
    [InlineData("""{"tag":"column_set","columns":[{"tag":"column","elements":[{"tag":"markdown","content":"x"}]}]}""")]
    [InlineData($$"""{"tag":"form","name":"f","elements":[{"tag":"input","name":"reason","max_length":500},{{Submit}}]}""")]
    [InlineData("""{"tag":"collapsible_panel","header":{"title":{"tag":"plain_text","content":"more"}},"elements":[{"tag":"markdown","content":"x"}]}""")]
    public void What_the_platform_takes_is_taken(string element) => Problem(element).ShouldBe(0);

    [Theory]
    [InlineData("""{"tag":"note","elements":[]}""", 200861)]
    [InlineData("""{"tag":"action","actions":[]}""", 200861)]
    [InlineData("""{"tag":"markdown","content":"x","colour":"red"}""", 200621)]
    [InlineData("\"text\"", 200621)]
    [InlineData("""{"tag":"markdown","element_id":"1st","content":"x"}""", 200621)]
    [InlineData("""{"tag":"button","text":{"tag":"plain_text","content":"Go"},"behaviors":[{"type":"callback","value":"go"}]}""", 200621)]
    [InlineData("""{"tag":"form","name":"f","elements":[{"tag":"input","name":"reason"}]}""", 200621)]
    [InlineData($$"""{"tag":"form","name":"f","elements":[{"tag":"input"},{{Submit}}]}""", 200530)]
    [InlineData($$"""{"tag":"form","name":"f","elements":[{"tag":"input","name":"send"},{{Submit}}]}""", 200530)]
    [InlineData($$"""{"tag":"form","elements":[{{Submit}}]}""", 200530)]
    [InlineData($$"""{"tag":"collapsible_panel","elements":[{"tag":"form","name":"f","elements":[{{Submit}}]}]}""", 200621)]
    public void What_it_refuses_is_refused_for_the_same_reason(string element, int code) => Problem(element).ShouldBe(code);

    [Fact]
    public void Two_hundred_elements_are_enough()
    {
        Problem(Many("""{"tag":"hr"}""", 200)).ShouldBe(0);
        Problem(Many("""{"tag":"hr"}""", 201)).ShouldBe(11310);
    }

    [Fact]
    public void Five_tables_are_enough()
    {
        Problem(Many("""{"tag":"table","columns":[],"rows":[]}""", 5)).ShouldBe(0);
        Problem(Many("""{"tag":"table","columns":[],"rows":[]}""", 6)).ShouldBe(11310);
    }

    [Fact]
    public void Containers_do_not_nest_for_ever()
    {
        var element = """{"tag":"hr"}""";
        for (var i = 0; i < 6; i++)
            element = $$"""{"tag":"collapsible_panel","elements":[{{element}}]}""";

        Problem(element).ShouldBe(11310);
    }

    [Theory]
    [InlineData("""{"schema":"2.0"}""", 200621)]
    [InlineData("""{"schema":"2.0","elements":[],"body":{"elements":[]}}""", 200621)]
    [InlineData("""{"schema":"2.0","config":{"update_multi":false},"body":{"elements":[]}}""", 200621)]
    [InlineData("""{"schema":"2.0","header":{"template":"pink","title":{"tag":"plain_text","content":"x"}},"body":{"elements":[]}}""", 200621)]
    [InlineData("""{"schema":"2.0","header":{"template":"red","title":{"tag":"plain_text","content":"x"}},"body":{"elements":[]}}""", 0)]
    [InlineData("""{"header":{"title":{"tag":"plain_text","content":"old"}},"elements":[{"tag":"note"}]}""", 0)]
    [InlineData("{}", 200621)]
    public void The_frame_of_a_card_is_looked_at_too(string card, int code) =>
        (CardCheck.Problem(JsonNode.Parse(card)!.AsObject())?.Code ?? 0).ShouldBe(code);

    private static string Many(string element, int count) => string.Join(',', Enumerable.Repeat(element, count));

    private static int Problem(string elements) =>
        CardCheck.Problem(JsonNode.Parse($$$"""{"schema":"2.0","body":{"elements":[{{{elements}}}]}}""")!.AsObject())?.Code ?? 0;
}
