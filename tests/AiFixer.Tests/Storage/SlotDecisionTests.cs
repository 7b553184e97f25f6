using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;
using AiFixer.Storage.Writing;

namespace AiFixer.Tests.Storage;

public sealed class SlotDecisionTests
{
    private const long Now = 1_000;
    private readonly Claim many = new("quota", TimeSpan.FromHours(1), Slots: 100_000);
    private readonly SlotDecision decision = new();

    [Fact]
    public void Where_there_are_many_slots_one_that_another_process_took_does_not_make_it_read_all()
    {
        BeginAtTheFirst(many);

        Fails(many);

        var (first, last) = decision.Ask(many);
        first.ShouldBe(last);
        decision.InTurn(many, first, [], [], Now).ShouldNotBeNull();
    }

    [Fact]
    public void When_it_finds_no_part_of_its_own_it_reads_all()
    {
        BeginAtTheFirst(many);

        for (var i = 0; i < 4; i++)
            Fails(many);

        var (first, last) = decision.Ask(many);
        first.ShouldNotBe(last);
    }

    [Fact]
    public void Few_slots_are_read_at_once_when_the_next_is_held()
    {
        var few = many with { Slots = 10 };
        BeginAtTheFirst(few);

        Fails(few);

        var (first, last) = decision.Ask(few);
        first.ShouldNotBe(last);
    }

    private void BeginAtTheFirst(Claim claim) => decision.OfAll(claim, [], [], Now).ShouldNotBeNull();

    private void Fails(Claim claim)
    {
        var (key, last) = decision.Ask(claim);
        key.ShouldBe(last);
        decision.InTurn(claim, key, [Held(key)], [], Now).ShouldBeNull();
    }

    private static HeldClaim Held(string key) => new(key, "INC-20260101-00000001", ExpiresAt: long.MaxValue);
}
