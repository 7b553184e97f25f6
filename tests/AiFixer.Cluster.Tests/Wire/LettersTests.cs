using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Grains;
using AiFixer.Grains.Wire;
using AiFixer.Plugins;

namespace AiFixer.Cluster.Tests.Wire;

public sealed class LettersTests
{
    private static readonly Person Ada = new("ada", "Ada", PersonRole.Approver);

    public static TheoryData<string> Inputs => [.. All.Select(input => input.GetType().Name)];

    private static PersonInput[] All { get; } =
    [
        new PersonInput.Approve(Ada, "proposal/1"),
        new PersonInput.Reject(Ada, "proposal/1", "no"),
        new PersonInput.Ignore(Ada, "known"),
        new PersonInput.Escalate(Ada, "ops", "hard"),
        new PersonInput.TakeOver(Ada),
        new PersonInput.Rediagnose(Ada, "again"),
        new PersonInput.Resolve(Ada, "by hand"),
        new PersonInput.Propose(Ada, Action, PolicyFacts.None),
    ];

    private static PlannedAction Action => new(
        new("k8s.restart_deployment", """{"deployment":"web"}"""), new(PluginRisk.Medium, "restart", Idempotent: true, Guarded: true, TimeSpan.FromSeconds(5)),
        new(new("main", "deployment", "default", "web", "u-1"), "PATCH /web", "{}", "+now", "hash", "one pod after the other"), "it leaks")
    {
        RequestedBy = Ada,
    };

    [Fact]
    public void Every_decision_there_is_can_be_sent() =>
        All.Select(input => input.GetType()).ShouldBe(
            typeof(PersonInput).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(PersonInput))), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_decision_arrives_as_it_was_sent(string name)
    {
        var input = All.Single(one => one.GetType().Name == name) with { Versions = [3, 4] };

        var read = Letters.Read(Letters.Write(input, WireJson.Default.PersonInput).Sent(), WireJson.Default.PersonInput);

        // Lists are equal by what is in them, which only what is written tells.
        read.GetType().ShouldBe(input.GetType());
        JsonSerializer.Serialize(read, WireJson.Default.PersonInput).ShouldBe(JsonSerializer.Serialize(input, WireJson.Default.PersonInput));
        read.Versions.ShouldBe([3, 4]);
    }

    [Fact]
    public void An_answer_arrives_as_it_was_sent()
    {
        TellReceipt receipt = new TellReceipt.Refused(new(RefusalCode.TooLate, "It timed out."));

        Letters.Read(Letters.Write(receipt, WireJson.Default.TellReceipt).Sent(), WireJson.Default.TellReceipt).ShouldBe(receipt);
    }

    [Fact]
    public void What_stays_in_the_process_is_not_written()
    {
        var letter = new Letter(1, All[0], () => throw new InvalidOperationException("It was written."));

        Letters.Read(letter, WireJson.Default.PersonInput).ShouldBeSameAs(All[0]);
    }

    [Fact]
    public void What_only_a_newer_process_can_read_is_refused_in_a_sentence()
    {
        var letter = new Letter(2, Letters.Write(All[0], WireJson.Default.PersonInput).Json);

        Should.Throw<JsonException>(() => Letters.Read(letter, WireJson.Default.PersonInput)).Message.ShouldContain("older than the sender");
    }

    [Fact]
    public void A_letter_of_which_nothing_arrived_is_refused() =>
        Should.Throw<JsonException>(() => Letters.Read(new Letter(1, null!), WireJson.Default.PersonInput));

    [Fact]
    public void A_decision_that_this_process_does_not_know_is_refused() =>
        Should.Throw<JsonException>(() => Letters.Read(
            new Letter(1, "{\"type\":\"approve/2\",\"card\":\"c\"}"u8.ToArray()), WireJson.Default.PersonInput));

    [Fact]
    public void What_a_newer_process_adds_is_passed_over()
    {
        var letter = new Letter(1, "{\"type\":\"take-over/1\",\"by\":{\"id\":\"ada\",\"name\":\"Ada\",\"role\":\"Approver\"},\"mood\":\"good\"}"u8.ToArray());

        Letters.Read(letter, WireJson.Default.PersonInput).ShouldBe(new PersonInput.TakeOver(Ada));
    }
}
