using AiFixer.Grains.Incidents;
using Orleans.Runtime;

namespace AiFixer.Cluster.Tests.Wire;

public sealed class VersionLabelTests
{
    [Fact]
    public void A_version_is_read_as_it_was_attached()
    {
        VersionLabel.Attach(7);

        VersionLabel.Read().ShouldBe(7);
    }

    /// <summary>A silo of another release may send none, or write it in another way.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("7")]
    [InlineData(7)]
    public void Without_a_label_nothing_is_known(object? label)
    {
        RequestContext.Set("aifixer.version", label!);

        VersionLabel.Read().ShouldBeNull();
    }
}
