using AiFixer.Core.Incidents;
using AiFixer.Core.Plugins;

namespace AiFixer.Tests.Core.Plugins;

public sealed class ProposalLineTests
{
    [Fact]
    public void It_names_plugin_incident_and_arguments() =>
        ProposalLine.Of(Scale("""{"deployment":"api","replicas":4}"""), "inc-7").ShouldBe("/run kubernetes_scale inc-7 deployment=api replicas=4");

    [Fact]
    public void What_only_people_can_do_has_none() =>
        ProposalLine.Of(new(AdviceKind.Cache, "Keep answers of the catalogue"), "inc-7").ShouldBeNull();

    [Fact]
    public void What_is_no_line_of_words_has_none() =>
        ProposalLine.Of(Scale("""{"deployment":"two words"}"""), "inc-7").ShouldBeNull();

    private static Advice Scale(string arguments) => new(AdviceKind.Scale, "One more copy", new(new("kubernetes_scale", arguments), "More copies"));
}
