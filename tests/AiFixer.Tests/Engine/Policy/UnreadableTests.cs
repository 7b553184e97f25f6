using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Engine.Policy;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Hosting.Dynamic;

namespace AiFixer.Tests.Engine.Policy;

/// <summary>A document that cannot be read takes nothing with it.</summary>
public sealed class UnreadableTests
{
    private static readonly DocumentAuthor Ada = new("u4", "Ada");
    private static readonly RememberedApproval Whole = Remembering.Of(
        Stories.AskedAboutProposal().State, "a1", Given.Approver, false, 3, "often", new(), Given.Start).Approval!;

    private readonly MemoryDocuments documents = new(new ManualTime(Given.Start));
    private readonly HeardLog<PolicyDocuments> log = new();
    private readonly PolicyDocuments facts;

    public UnreadableTests() => facts = new(documents, new ManualTime(Given.Start), log);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"x","until":"soon"}""")]
    public async Task One_that_cannot_be_read_says_nothing_and_its_neighbours_count(string body)
    {
        await BreakAsync(body);
        await documents.ApplyAsync(PolicyDocument.Remember(Whole, Ada), Stop);
        await documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop);

        var read = await facts.ReadAsync(Stop);

        read.Remembered.ShouldHaveSingleItem().Arguments.ShouldBe(Whole.Arguments);
        read.Stopped!.Reason.ShouldBe("Wrong target.");
        read.Unreadable.ShouldBe(["remembered-broken"]);
    }

    [Fact]
    public async Task It_is_logged_once()
    {
        await BreakAsync("no json");
        await facts.ReadAsync(Stop);
        await documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop);
        await facts.ReadAsync(Stop);

        log.Said.ShouldHaveSingleItem().ShouldContain("remembered-broken");
    }

    [Fact]
    public async Task Whatever_is_in_the_document_of_the_kill_switch_it_is_on()
    {
        await documents.ApplyAsync(new DocumentEdit(PolicyDocument.Kind, PolicyDocument.KillSwitch, "no json", Ada, ""), Stop);

        (await facts.ReadAsync(Stop)).Stopped.ShouldNotBeNull();
    }

    private Task<DocumentVerdict> BreakAsync(string body) =>
        documents.ApplyAsync(new DocumentEdit(PolicyDocument.Kind, "remembered-broken", body, Ada, ""), Stop);
}
