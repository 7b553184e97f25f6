using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Tests.Core.Analysis.Clusters.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

public sealed class LostDeviceTests
{
    private const string Gpu = "nvidia.com/gpu";
    private static readonly PodView Dead = Copies.Pod("web-2", "n2", "Failed") with { Reason = "Evicted", Message = "evicted by an operator: device is unhealthy" };

    [Theory]
    [InlineData("NVRM: Xid (PCI:0000:00:1e): 79, GPU has fallen off the bus.")]
    [InlineData("nvme nvme1: Device not ready; disk nvme1 is offline")]
    [InlineData("uncorrectable ECC error on GPU 0")]
    public void A_device_that_is_gone_on_one_node_explains_what_fails_there(string said)
    {
        var cause = Copies.Best(Seen(said) with { Nodes = [Copies.Node("n1") with { Devices = [Gpu] }, Copies.Node("n2") with { Lacking = [Gpu] }] }).ShouldNotBeNull();

        (cause.Category, cause.IsCertain, cause.Remedy).ShouldBe((Categories.Infrastructure, true, "failover"));
        cause.Says.ShouldContain("Node n2 has lost GPU");
    }

    [Theory]
    [InlineData("NVRM: Xid (PCI:0000:00:1e): 31, MMU fault: the program read where it may not")]
    [InlineData("CUDA out of memory: tried to allocate 2 GiB")]
    [InlineData("System OOM encountered, victim process: web")]
    public void A_program_that_misuses_a_device_has_not_lost_it(string said) => LostDevice.In(Seen(said)).ShouldBeNull();

    [Fact]
    public void A_device_that_is_lost_where_nothing_of_it_runs_is_somebody_elses() =>
        LostDevice.In(Copies.Facts(Copies.Pod("web-1"), Copies.Pod("web-2", "n1", "Failed")) with { Events = [Copies.Event("Node", "n2", "XidError", "GPU has fallen off the bus")] }).ShouldBeNull();

    [Fact]
    public void While_all_copies_run_a_lost_device_is_not_what_is_felt() =>
        LostDevice.In(Copies.Facts(Copies.Pod("web-1"), Copies.Pod("web-2", "n2")) with { Events = [Copies.Event("Node", "n2", "XidError", "GPU has fallen off the bus")] }).ShouldBeNull();

    [Fact]
    public void Where_every_node_lacks_it_what_offers_it_is_broken()
    {
        var facts = Copies.Facts(Copies.Pod("web-1", "n1", "Failed"), Dead) with
        {
            Nodes = [Copies.Node("n1") with { Lacking = [Gpu] }, Copies.Node("n2") with { Lacking = [Gpu] }],
            Events = [Copies.Event("Pod", "web-2", "UnexpectedAdmissionError", "no healthy devices present")],
        };

        LostDevice.In(facts).ShouldBeNull();
    }

    [Fact]
    public void One_sign_alone_is_not_certain() => LostDevice.In(Seen("GPU has fallen off the bus")).ShouldNotBeNull().IsCertain.ShouldBeFalse();

    private static ClusterFacts Seen(string said) => Copies.Facts(Copies.Pod("web-1"), Dead) with { Events = [Copies.Event("Node", "n2", "DeviceError", said)] };
}
