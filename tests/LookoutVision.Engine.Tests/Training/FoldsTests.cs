using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class FoldsTests
{
    [Fact]
    public void Every_fold_gets_its_share_of_both_classes()
    {
        var anomalous = Enumerable.Range(0, 120).Select(i => i % 5 == 0).ToArray();
        var folds = Folds.Assign(anomalous, Enumerable.Range(0, 120).ToArray(), 1);
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            Assert.Equal(2, folds.Where((f, i) => f == fold && anomalous[i]).Count());
            Assert.Equal(8, folds.Where((f, i) => f == fold && !anomalous[i]).Count());
        }
    }

    [Fact]
    public void Normal_images_alone_are_held_out_a_few_at_a_time()
    {
        var folds = Folds.Assign(new bool[30], Enumerable.Range(0, 30).ToArray(), 1);
        Assert.Equal(Folds.Count, folds.Distinct().Count());
        Assert.InRange(folds.GroupBy(f => f).Max(f => f.Count()), 2, 3);
    }

    [Fact]
    public void A_group_is_never_split()
    {
        var groups = Enumerable.Range(0, 60).Select(i => i / 4).ToArray();
        var folds = Folds.Assign(Enumerable.Range(0, 60).Select(i => i % 3 == 0).ToArray(), groups, 2);
        Assert.All(groups.Zip(folds).GroupBy(p => p.First), g => Assert.Single(g.Select(p => p.Second).Distinct()));
        Assert.Equal(Folds.Count, folds.Distinct().Count());
    }

    [Fact]
    public void The_seed_alone_decides_how_images_are_dealt()
    {
        var anomalous = Enumerable.Range(0, 40).Select(i => i % 2 == 0).ToArray();
        int[] Assign(int seed) => Folds.Assign(anomalous, Enumerable.Range(0, 40).ToArray(), seed);
        Assert.Equal(Assign(1), Assign(1));
        Assert.NotEqual(Assign(1), Assign(2));
    }
}
