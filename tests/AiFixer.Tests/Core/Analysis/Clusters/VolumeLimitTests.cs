using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Tests.Core.Analysis.Clusters.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

/// <summary>A machine takes so many volumes and no more, however much else it has left.</summary>
public sealed class VolumeLimitTests
{
    [Theory]
    [InlineData("FailedScheduling", "0/3 nodes are available: 3 node(s) exceed max volume count.", Categories.ResourceExhaustion)]
    [InlineData("FailedScheduling", "0/3 nodes are available: 3 node(s) had volume node affinity conflict.", Categories.Infrastructure)]
    [InlineData("FailedScheduling", "0/3 nodes are available: 3 persistentvolumeclaim \"data\" not found.", Categories.ConfigurationError)]
    [InlineData("FailedAttachVolume", "AttachVolume.Attach failed: AttachmentLimitExceeded: the instance has reached its limit", Categories.ResourceExhaustion)]
    [InlineData("FailedAttachVolume", "AttachVolume.Attach failed: exceeded maximum number of data disks", Categories.ResourceExhaustion)]
    [InlineData("FailedAttachVolume", "Multi-Attach error for volume \"pvc-1\": Volume is already exclusively attached to one node", Categories.Infrastructure)]
    [InlineData("FailedAttachVolume", "AttachVolume.Attach failed: timed out waiting for external-attacher", Categories.Infrastructure)]
    public void Why_a_volume_keeps_a_copy_from_starting_tells_what_is_to_blame(string reason, string said, string category) =>
        Copies.Best(Copies.Facts(Copies.Pod("web-1"), Copies.Pod("web-2", "n2", "Pending")) with { Events = [Copies.Event("Pod", "web-2", reason, said)] })
            .ShouldNotBeNull().Category.ShouldBe(category);
}
