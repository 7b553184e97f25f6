using AiFixer.Simulation.Kernel;
using AiFixer.Storage.Writing;

namespace AiFixer.Simulation.Disk;

/// <summary>The writer's turns as steps of its process: a commit takes its time, and so does its answer.</summary>
internal sealed class SimWriterThreads(SimDisk disk, SimProcess process) : IWriterThreads
{
    private bool isComing;

    public TimeSpan Patience => TimeSpan.Zero;

    public int Answering => 2;

    public void Start(Writer writer) => writer.Intake.Filled += () => Come(writer);

    public void Queue(AnswerRound round) => process.Post(static state => ((AnswerRound)state!).Execute(), round);

    private void Come(Writer writer)
    {
        if (isComing)
            return;
        isComing = true;
        process.DoLater(disk.Faults.Latency(), () => Turn(writer));
    }

    private void Turn(Writer writer)
    {
        isComing = false;
        if (!writer.Intake.IsReady)
            return;
        process.Echo = disk.Faults.Latency();
        var goesOn = writer.Turn();
        process.Echo = TimeSpan.Zero;
        if (goesOn && writer.Intake.IsReady)
            Come(writer);
    }
}
