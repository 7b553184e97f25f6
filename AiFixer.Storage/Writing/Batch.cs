namespace AiFixer.Storage.Writing;

/// <summary>What goes into one transaction.</summary>
internal sealed class Batch
{
    public List<Job> Jobs { get; } = [];

    public List<PendingAppend> Appends { get; } = [];

    public List<PendingRepeat> Repeats { get; } = [];

    public bool IsEmpty => Jobs.Count + Appends.Count + Repeats.Count == 0;

    public void Clear()
    {
        Jobs.Clear();
        Appends.Clear();
        Repeats.Clear();
    }

    public void Fail(Exception exception)
    {
        Jobs.ForEach(job => job.Fail(exception));
        Appends.ForEach(append => append.Fail(exception));
        Repeats.ForEach(repeat => repeat.Fail(exception));
        Clear();
    }
}
